// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/**
 * Days as the platform counts them. No test may depend on the one it happens to run on: calendars that the platform does
 * not bring yet are dropped in, made up, and a day that is about to end is waited for.
 */
final class Calendars {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The last year whose calendar comes with the platform. */
    private static final int DELIVERED = 2026;

    /** The last year of which a distribution is given a calendar when it starts. */
    static final int LAST = today().getYear() + 1;

    private static final LocalTime LATE = LocalTime.of(23, 58);
    private static final Option COMING = composite(IntStream.rangeClosed(DELIVERED + 1, LAST)
            .mapToObj(year -> replaceConfigurationFile(
                    "etc/holidays/" + year + ".json",
                    drop(Path.of("target", "calendars"), year).toFile()))
            .toArray(Option[]::new));

    private Calendars() {}

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** Has a distribution start with every calendar up to {@link #LAST}. */
    static Option coming() {
        return COMING;
    }

    /** Drops a year's file into a folder, whose only day off is New Year's. */
    static Path drop(Path folder, int year) {
        return drop(folder, year, day("元旦", LocalDate.of(year, 1, 1), true));
    }

    /** Drops the file of this year into a folder, by which today and tomorrow are workdays, whatever day it is. */
    static Path dropWorkdays(Path folder) {
        LocalDate today = today();
        return drop(
                folder,
                today.getYear(),
                Stream.of(today, today.plusDays(1))
                        .filter(day -> day.getYear() == today.getYear())
                        .map(day -> day("补班", day, false))
                        .toArray(String[]::new));
    }

    /** Waits until the day has ended where it is about to: what a test calls today stays so until the test has ended. */
    static void awaitDay() {
        Await.until(Duration.ofMinutes(3), "the next day has begun", () -> LocalTime.now(ZONE)
                .isBefore(LATE));
    }

    private static String day(String name, LocalDate date, boolean off) {
        return "{\"name\":\"%s\",\"date\":\"%s\",\"isOffDay\":%s}".formatted(name, date, off);
    }

    private static Path drop(Path folder, int year, String... days) {
        try {
            return Files.writeString(
                    Files.createDirectories(folder).resolve(year + ".json"),
                    "{\"year\":%d,\"days\":[%s]}".formatted(year, String.join(",", days)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
