// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.supervision.PlanTask;

/** The tasks of the county's notice, T1–T20, as data: owners and deadlines as it words them, none where it states none. */
final class PlanFile {
    /** The county the notice is of. */
    static final String COUNTY = "610926000000";

    private static final String SOURCE = "平政办发〔2024〕14号";

    private PlanFile() {}

    static List<PlanTask> read() {
        try (InputStream in = PlanFile.class.getResourceAsStream("plan-2024-14.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> task(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanTask task(String[] cells) {
        return new PlanTask(
                0,
                cells[0],
                cells[1],
                cells[7],
                Words.parted(cells[6]),
                cells[3].isEmpty() ? null : cells[3],
                cells[2].isEmpty() ? null : LocalDate.parse(cells[2]),
                SOURCE,
                COUNTY,
                Boolean.parseBoolean(cells[4]),
                Boolean.parseBoolean(cells[5]));
    }
}
