// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanban.api.modules.Piece;

/** Jars in folders that are laid out as Maven does: {@code system/}, and archives. */
final class Jars {
    private static final Pattern MAVEN = Pattern.compile("(?:[a-z]+:)*mvn:([^/$]+)/([^/$]+)/([^/$]+).*");
    private static final Pattern MODE = Pattern.compile("name=\"mode\\.id\"[^>]*value=\"([^\"]+)\"");

    private final List<Path> roots;

    Jars(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** What the manifest and the components of a jar tell. */
    private record Told(String bundle, String version, Set<String> modes) {}

    /** These, and those of one more folder. */
    Jars and(Path root) {
        List<Path> more = new ArrayList<>(roots);
        more.add(root);
        return new Jars(more);
    }

    /** The jar of an address, where it is on this machine. */
    Optional<Path> find(String location) {
        String path = path(location);
        return path == null
                ? Optional.empty()
                : roots.stream()
                        .map(root -> root.resolve(path))
                        .filter(Files::exists)
                        .findFirst();
    }

    /** What would come from an address. */
    Piece piece(String location) {
        Optional<Path> jar = find(location);
        if (jar.isEmpty()) {
            return new Piece(location, null, null, false, null);
        }
        try {
            Told told = told(jar.get());
            return new Piece(told.bundle(), told.version(), Files.size(jar.get()), false, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the service modes that its components register. */
    Set<String> modes(String location) {
        try {
            Optional<Path> jar = find(location);
            return jar.isEmpty() ? Set.of() : told(jar.get()).modes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Told told(Path jar) throws IOException {
        Set<String> modes = new HashSet<>();
        try (InputStream in = Files.newInputStream(jar);
                JarInputStream content = new JarInputStream(in)) {
            for (JarEntry entry = content.getNextJarEntry(); entry != null; entry = content.getNextJarEntry()) {
                if (entry.getName().startsWith("OSGI-INF/") && entry.getName().endsWith(".xml")) {
                    Matcher mode = MODE.matcher(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    while (mode.find()) {
                        modes.add(mode.group(1));
                    }
                }
            }
            Attributes main = content.getManifest() == null
                    ? new Attributes()
                    : content.getManifest().getMainAttributes();
            String name = main.getValue("Bundle-SymbolicName");
            return new Told(
                    name == null ? jar.getFileName().toString() : name.split(";")[0].strip(),
                    main.getValue("Bundle-Version"),
                    modes);
        }
    }

    /** Path of an address {@code mvn:group/artifact/version} below a root; {@code null} for others. */
    private static String path(String location) {
        Matcher parts = MAVEN.matcher(location);
        if (!parts.matches()) {
            return null;
        }
        String artifact = parts.group(2);
        String version = parts.group(3);
        return parts.group(1).replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-" + version
                + ".jar";
    }
}
