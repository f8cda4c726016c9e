// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file in {@code store/} that only the operator may read. */
final class SecretFile {
    private SecretFile() {}

    /** Where it lies. */
    static Path path(String name) {
        return Path.of(System.getProperty("karaf.base", "."), "store", name);
    }

    /** Writes it anew, readable by its owner only from the first byte on. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
