// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When each waybill may be asked about again. It is written before the carrier is asked, to a new file that then takes the
 * place of the old: whenever the process dies, a waybill is asked about too late, never too early. A waybill that may be
 * asked about is forgotten, so that the file stays small.
 */
final class Asked {
    private static final Logger LOG = LoggerFactory.getLogger(Asked.class);

    private final Path file;
    private final Map<String, Instant> again = new TreeMap<>();

    Asked(Path file) {
        this.file = file;
        read();
    }

    /**
     * Whether it may be asked about now; if so, not again before {@code rest} seconds are over.
     *
     * @throws UncheckedIOException when that cannot be noted: then it must not be asked about
     */
    boolean claim(String waybill, Instant now, int rest) {
        again.values().removeIf(time -> !time.isAfter(now));
        if (again.containsKey(waybill)) {
            return false;
        }
        again.put(waybill, now.plusSeconds(rest));
        try {
            write();
        } catch (IOException e) {
            again.remove(waybill);
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private void write() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        String lines = again.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(
                fresh,
                lines,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that somebody has spoilt costs one question too early, not the whole watch. */
    private void read(String line) {
        int blank = line.lastIndexOf(' ');
        try {
            again.put(line.substring(0, Math.max(0, blank)), Instant.parse(line.substring(blank + 1)));
        } catch (DateTimeException e) {
            LOG.warn("a line of {} cannot be read and is left out", file);
        }
    }
}
