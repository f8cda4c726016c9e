// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.sanban.api.problem.Problem;

/** Files on disk by an id of our own; the name they were sent under never reaches the disk. */
final class FileStore {
    private final Path folder;

    FileStore(Path folder) {
        this.folder = folder;
    }

    /**
     * A file as it was written.
     *
     * @param id 32 hex digits
     * @param size bytes
     * @param hash SM3
     */
    record Stored(String id, long size, byte[] hash) {}

    /**
     * Streams content to disk; it is on the disk when this returns.
     *
     * @throws Problem too large, when it exceeds {@code largest} bytes
     */
    Stored write(InputStream content, long largest) throws IOException {
        String id = UUID.randomUUID().toString().replace("-", "");
        Path file = path(id);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(id + ".part");
        SM3Digest digest = new SM3Digest();
        long size = 0;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > largest) {
                    throw Problem.tooLarge("content", largest);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return new Stored(id, size, hash);
    }

    /** Whether a text is an id as this store makes them. */
    static boolean isId(String id) {
        return id.matches("[0-9a-f]{32}");
    }

    /** Where the content of {@code id} lies. */
    Path path(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }

    void delete(String id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
