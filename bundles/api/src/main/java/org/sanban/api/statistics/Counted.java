// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.time.LocalDate;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;

/**
 * A case that a number counts.
 *
 * @param number its number
 * @param link where it can be seen, a path below {@code /api/v1/}
 * @param division 12-digit code of its division
 * @param site code of its site
 * @param mode id of its mode
 * @param matter code of its matter
 * @param submittedOn the day it is counted as submitted
 * @param acceptedOn the day it is counted as accepted, or {@code null}
 * @param endedOn the day it is counted as ended, or {@code null}
 * @param status how it ended, or OPEN
 * @param dueOn last day of the limit that runs, or {@code null}
 * @param light how it ended, or how it stands
 */
public record Counted(
        String number,
        String link,
        String division,
        String site,
        String mode,
        String matter,
        LocalDate submittedOn,
        LocalDate acceptedOn,
        LocalDate endedOn,
        Status status,
        LocalDate dueOn,
        Light light) {}
