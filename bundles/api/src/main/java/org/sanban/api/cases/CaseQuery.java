// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;

/**
 * Which cases. Every part may be {@code null}, which asks nothing; together they narrow. Newest first; with a
 * {@code light} of NEAR, OVERDUE or ON_TIME the most urgent first.
 *
 * @param division 12-digit code of the division whose subtree to look in, {@code null} for all the caller sees
 * @param site code of a site
 * @param idNumber whole number of the applicant
 * @param stage id of a stage
 * @param mode id of a mode
 * @param status what the stage means
 * @param light how it stands while its clock runs; with a {@code status} that ends a case, how it ended, newest first
 * @param holder login of who has it by name, or has an open part of it (待我办理); one's own reach beyond the own division
 * @param from submitted at or after
 * @param to submitted before
 */
public record CaseQuery(
        String division,
        String site,
        String idNumber,
        String stage,
        String mode,
        Status status,
        Light light,
        String holder,
        Instant from,
        Instant to) {
    /** All the caller sees. */
    public static CaseQuery all() {
        return new CaseQuery(null, null, null, null, null, null, null, null, null, null);
    }
}
