// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.sanban.api.problem.Text;

/**
 * What an import of a point table would do, or did, line by line. All or nothing.
 *
 * @param file its name
 * @param applied whether it was published
 * @param version the version it became; 0 when it did not
 * @param lines how many lines the table has
 * @param full most points that they bring
 * @param errors lines that are wrong; any keeps the whole file out
 * @param entries what is wrong, doubtful, new, different or gone
 */
@Schema(name = "StarTableReport")
record TableReport(
        String file, boolean applied, int version, int lines, BigDecimal full, int errors, List<Entry> entries) {
    /** What becomes of a line. */
    enum Outcome {
        CREATED,
        CHANGED,
        REMOVED,
        WARNING,
        ERROR
    }

    /**
     * A line.
     *
     * @param number as a spreadsheet counts; 0 for one that is gone
     * @param code the line's code
     * @param outcome what becomes of it
     * @param message what is wrong and what to do, or what it says
     */
    @Schema(name = "StarTableEntry")
    record Entry(int number, String code, Outcome outcome, Text message) {}
}
