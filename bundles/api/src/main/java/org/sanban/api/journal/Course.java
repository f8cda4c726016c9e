// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import java.time.Instant;
import java.time.LocalDate;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;

/**
 * The course of a case (办件经过) in short, read from its journal: what is counted and summed. It names no person.
 *
 * @param id place of the case in the order of all cases
 * @param number the case's number
 * @param version how many entries of its journal are in it
 * @param mode id of its service mode
 * @param matter code of the matter
 * @param matterName its name
 * @param site code of the site it was submitted at
 * @param division 12-digit code of the site's division
 * @param submittedAt when it was submitted
 * @param acceptedAt when its clock started (受理), {@code null} before
 * @param endedAt when it reached its end, {@code null} before; filing later changes nothing
 * @param status what its stage means
 * @param dueOn last day of the limit that runs, {@code null} when none runs
 * @param light how it ended, once it has; before, {@code null} where {@code dueOn} tells it, else PAUSED, UNKNOWN or NONE
 */
public record Course(
        long id,
        String number,
        int version,
        String mode,
        String matter,
        String matterName,
        String site,
        String division,
        Instant submittedAt,
        Instant acceptedAt,
        Instant endedAt,
        Status status,
        LocalDate dueOn,
        Light light) {}
