// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench.told;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sanban.api.cases.Case;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;

/** Writes down what it is told, a line each, in one write: a kill of the process loses none that it has returned from. */
public final class Told implements JournalListener {
    private OutputStream out;

    public void start(Map<String, Object> properties) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("karaf.base"), "told"));
        out = new FileOutputStream(folder.resolve(properties.get("listener.id") + ".txt").toFile(), true);
    }

    public void stop() throws IOException {
        out.close();
    }

    @Override
    public synchronized void on(JournalEntry entry, Case state) {
        try {
            String line = entry.number() + " " + entry.seq() + " " + entry.id() + "\n";
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
