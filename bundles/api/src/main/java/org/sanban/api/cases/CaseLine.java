// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.sanban.api.problem.Text;

/**
 * A case as a line of a list, masked.
 *
 * @param number its number
 * @param matter code of the matter
 * @param matterName its name
 * @param mode id of its mode
 * @param site code of its site
 * @param applicant masked name
 * @param stage id of its stage
 * @param stageName what people read
 * @param status what the stage means
 * @param submittedAt when it was submitted
 * @param dueOn last day of its limit, also once it has ended; {@code null} while none runs
 * @param light how it stands
 */
public record CaseLine(
        String number,
        String matter,
        String matterName,
        String mode,
        String site,
        String applicant,
        String stage,
        Text stageName,
        Status status,
        Instant submittedAt,
        LocalDate dueOn,
        Light light) {}
