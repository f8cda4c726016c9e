// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A year's file, in the form of NateScarlet/holiday-cn.
 *
 * @param year the year
 * @param days its holidays and shifted workdays, some in the December before
 */
record HolidayFile(int year, List<Day> days) {
    private static final ObjectReader READER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(HolidayFile.class);

    /** A day that is not what its place in the week says. */
    record Day(String name, LocalDate date, Boolean isOffDay) {}

    /** @throws IOException when it is no such file, saying why */
    static HolidayFile read(InputStream in) throws IOException {
        HolidayFile file = READER.readValue(in);
        if (file == null
                || file.year() < 2007
                || file.year() > 2200
                || file.days() == null
                || file.days().isEmpty()) {
            throw new IOException("it names no days of a year; perhaps they are not published yet");
        }
        LocalDate first = LocalDate.of(file.year() - 1, 12, 1);
        LocalDate last = LocalDate.of(file.year(), 12, 31);
        Set<LocalDate> seen = new HashSet<>();
        for (Day day : file.days()) {
            if (day.name() == null
                    || day.name().isBlank()
                    || day.isOffDay() == null
                    || day.date() == null
                    || day.date().isBefore(first)
                    || day.date().isAfter(last)) {
                throw new IOException("day " + day.date() + " is incomplete or does not belong to " + file.year());
            }
            if (!seen.add(day.date())) {
                throw new IOException("day " + day.date() + " occurs twice");
            }
        }
        return file;
    }
}
