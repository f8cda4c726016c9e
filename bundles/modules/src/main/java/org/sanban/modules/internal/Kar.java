// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** An archive of a module: a zip with a Maven repository in {@code repository/}, as Karaf's build makes it. */
final class Kar implements Closeable {
    private static final Texts TEXTS = Texts.of(Kar.class);
    private static final String REPOSITORY = "repository";

    private final FileSystem zip;
    private final Path file;

    private Kar(Path file, FileSystem zip) {
        this.file = file;
        this.zip = zip;
    }

    static boolean named(String what) {
        return what.endsWith(".kar");
    }

    /**
     * Opens one.
     *
     * @throws Problem not found, invalid
     */
    static Kar open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.notFound("file", file.toString());
        }
        try {
            return new Kar(file, FileSystems.newFileSystem(file));
        } catch (IOException | ProviderNotFoundException e) {
            throw Problem.invalid("file", TEXTS.get("kar.none", file));
        }
    }

    Path file() {
        return file;
    }

    /** Where its jars are. */
    Path repository() {
        return zip.getPath("/" + REPOSITORY);
    }

    /** The features of all its repositories. */
    List<Part> parts(Platform platform) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path description : descriptions(repository())) {
            Path copy = Files.createTempFile("kar", ".xml");
            try {
                Files.write(copy, Files.readAllBytes(description));
                parts.addAll(platform.read(copy));
            } catch (Platform.Refused e) {
                throw Problem.invalid("file", TEXTS.get("kar.unreadable", file, e.getMessage()));
            } finally {
                Files.delete(copy);
            }
        }
        return parts;
    }

    /**
     * The module of its features: the one that no other needs.
     *
     * @throws Problem invalid, when there is not exactly one
     */
    static Part module(Path file, List<Part> parts) {
        Set<String> needed = parts.stream()
                .flatMap(part -> part.needs().stream())
                .map(Part.Wish::name)
                .collect(Collectors.toSet());
        List<Part> modules =
                parts.stream().filter(part -> !needed.contains(part.name())).toList();
        if (modules.size() != 1) {
            String names = modules.stream().map(Part::name).collect(Collectors.joining(", "));
            throw Problem.invalid("file", TEXTS.get("kar.one", file, modules.size(), names));
        }
        return modules.get(0);
    }

    /** Copies its repository to a folder, and returns the descriptions of features in it. */
    List<Path> unpack(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(repository())) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Path to =
                        folder.resolve(repository().relativize(from).toString()).normalize();
                if (!to.startsWith(folder)) {
                    throw Problem.invalid("file", TEXTS.get("kar.none", file));
                }
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        return descriptions(folder);
    }

    /** The descriptions of features in a folder. */
    static List<Path> descriptions(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName() != null
                            && path.getFileName().toString().endsWith("-features.xml"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
