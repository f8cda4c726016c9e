// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all, whenever the power goes. */
final class Durable {
    private Durable() {}

    interface Content {
        void to(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        Files.createDirectories(file.getParent());
        Path made = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                content.to(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
        force(file.getParent());
    }

    /** Writes a folder's names down, where the system can. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException windows) {
            // A folder cannot be opened there; the move itself is written in order.
        }
    }
}
