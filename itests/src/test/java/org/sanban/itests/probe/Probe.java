// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sanban.api.cases.Case;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;

/**
 * A listener as somebody else would write it, packed by {@code ProbeJar} and dropped into {@code deploy/}. It writes down
 * what it is told; entries of a case whose number stands in {@code data/probe-refuses.txt} it refuses.
 */
public final class Probe implements JournalListener {
    private static final Path DATA = Path.of(System.getProperty("karaf.data"));

    @Override
    public void on(JournalEntry entry, Case state) {
        try {
            Path refuses = DATA.resolve("probe-refuses.txt");
            if (Files.exists(refuses) && Files.readString(refuses).contains(entry.number())) {
                throw new IllegalStateException("the probe refuses " + entry.number());
            }
            Files.writeString(
                    DATA.resolve("probe.txt"),
                    entry.number() + " " + entry.seq() + " " + state.version() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
