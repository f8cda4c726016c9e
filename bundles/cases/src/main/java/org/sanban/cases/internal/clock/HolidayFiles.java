// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calendars that are there: those that come with the bundle, and those in a folder, which may change at any time. */
public final class HolidayFiles {
    private static final Logger LOG = LoggerFactory.getLogger(HolidayFiles.class);
    private static final List<String> BUNDLED = List.of("2024.json", "2025.json", "2026.json");

    /** A file as the folder lists it: a change of either means reading again. */
    private record Stamp(FileTime modified, long size) {}

    private final Path folder;
    private Map<Path, Stamp> seen = Map.of();
    /** What each file said when it was right last. */
    private Map<Path, HolidayFile> read = Map.of();

    private volatile Holidays holidays;

    /** @param folder where further years are dropped; need not exist */
    public HolidayFiles(Path folder) {
        this.folder = folder;
        this.seen = list();
        this.holidays = load();
    }

    /** The calendar as it was loaded last. */
    public Holidays holidays() {
        return holidays;
    }

    /** Looks at the folder again, and loads the calendars anew where it has changed. */
    public synchronized void refresh() {
        Map<Path, Stamp> now = list();
        if (!now.equals(seen)) {
            seen = now;
            holidays = load();
            LOG.info("holiday calendars of the years {} are loaded", holidays.years());
        }
    }

    private Map<Path, Stamp> list() {
        Map<Path, Stamp> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.filter(f -> f.toString().endsWith(".json")).toList()) {
                    files.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
                }
            } catch (IOException e) {
                LOG.warn("the folder of holiday calendars cannot be read: {}", e.toString());
            }
        }
        return files;
    }

    /** Reads every year; a file in the folder replaces the bundled one of its year. */
    private Holidays load() {
        Map<Integer, HolidayFile> years = new TreeMap<>();
        for (String name : BUNDLED) {
            try (InputStream in = HolidayFiles.class.getResourceAsStream("/org/sanban/cases/holidays/" + name)) {
                HolidayFile file = HolidayFile.read(in);
                years.put(file.year(), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<Path, HolidayFile> good = new TreeMap<>();
        for (Path path : seen.keySet()) {
            try {
                good.put(path, read(path));
            } catch (IOException e) {
                // Perhaps it is being written: what was told by it does not become unknown for that.
                HolidayFile before = read.get(path);
                if (before != null) {
                    good.put(path, before);
                }
                LOG.warn(
                        "holiday calendar {} is {}: {}",
                        path,
                        before == null ? "ignored" : "wrong, what it said before holds",
                        line(e));
            }
        }
        good.values().forEach(file -> years.put(file.year(), file));
        read = good;
        Holidays all = new Holidays();
        years.values().forEach(all::add);
        return all;
    }

    private static HolidayFile read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            HolidayFile file = HolidayFile.read(in);
            if (!path.endsWith(file.year() + ".json")) {
                throw new IOException("it is of " + file.year() + ", which its name does not say");
            }
            return file;
        }
    }

    private static String line(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
