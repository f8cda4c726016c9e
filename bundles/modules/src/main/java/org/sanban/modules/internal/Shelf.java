// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Archives that were brought: kept whole in {@code store/kars}, and unpacked where Karaf looks for bundles,
 * {@code data/kar}, which may be deleted.
 */
final class Shelf {
    private final Path kept;
    private final Path unpacked;

    Shelf(Path kept, Path unpacked) {
        this.kept = kept;
        this.unpacked = unpacked;
    }

    /** Keeps an archive under a name of ours; returns the kept file. */
    Path keep(Path kar, String name) throws IOException {
        Path to = kept.resolve(name + ".kar");
        if (!Files.exists(to) || !Files.isSameFile(kar, to)) {
            Durable.write(to, out -> Files.copy(kar, out));
        }
        return to;
    }

    /** Takes an archive away again. */
    void drop(Path kar) throws IOException {
        Files.deleteIfExists(kar);
        delete(folder(kar));
    }

    List<Path> archives() throws IOException {
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(kept)) {
            return all.filter(path -> Kar.named(path.toString())).sorted().toList();
        }
    }

    /** The descriptions of features of a kept archive, which is unpacked when it is not or has changed. */
    List<Path> descriptions(Path kar) throws IOException {
        Path folder = folder(kar);
        if (Files.exists(folder) && Files.getLastModifiedTime(folder).compareTo(Files.getLastModifiedTime(kar)) >= 0) {
            return Kar.descriptions(folder);
        }
        // In the same file system, moved when it is whole: an unpacking that was cut short is never seen.
        Path made = Files.createDirectories(unpacked.resolveSibling("kar-" + folder.getFileName()));
        delete(made);
        try (Kar open = Kar.open(kar)) {
            open.unpack(made);
        }
        delete(folder);
        Files.createDirectories(unpacked);
        Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        return Kar.descriptions(folder);
    }

    /** Folders that are laid out as Maven does, one for each unpacked archive. */
    List<Path> roots() {
        if (!Files.isDirectory(unpacked)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(unpacked)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path folder(Path kar) {
        return unpacked.resolve(kar.getFileName().toString().replaceFirst("\\.kar$", ""));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
