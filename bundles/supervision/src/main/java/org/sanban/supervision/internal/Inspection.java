// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.supervision.Cause;

/**
 * A visit or check (R140).
 *
 * @param id key
 * @param kind open visit, secret visit or joint check
 * @param division 12-digit code of the division visited
 * @param site code of the site visited, {@code null} for the division as a whole
 * @param visitedOn day
 * @param inspectors who went
 * @param departments the departments that went, two and more for a joint check
 * @param findings what was found
 * @param recorder name of who recorded it
 * @param by 12-digit code of that person's division
 * @param openedAt when it was recorded
 * @param concludedAt when it was concluded, {@code null} while it runs
 * @param summary its conclusion
 */
@Schema(name = "Inspection", description = "督查 A visit or check")
public record Inspection(
        long id,
        Kind kind,
        String division,
        String site,
        LocalDate visitedOn,
        List<String> inspectors,
        List<String> departments,
        List<Finding> findings,
        String recorder,
        String by,
        Instant openedAt,
        Instant concludedAt,
        String summary) {
    public Inspection {
        inspectors = List.copyOf(inspectors);
        departments = List.copyOf(departments);
        findings = List.copyOf(findings);
    }

    /** Open visit (明察), secret visit (暗访), joint check (联合检查). */
    public enum Kind {
        OPEN,
        SECRET,
        JOINT
    }

    /**
     * What was found.
     *
     * @param cause which of the three causes (R141)
     * @param text what
     * @param evidence ids of attachments
     */
    @Schema(name = "Finding", description = "发现的问题 What was found")
    public record Finding(Cause cause, String text, List<String> evidence) {
        public Finding {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }
}
