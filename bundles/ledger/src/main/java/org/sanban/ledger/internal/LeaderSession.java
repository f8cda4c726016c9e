// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A leader's session in the hall (镇领导进大厅, R41, R42).
 *
 * @param id its number
 * @param version how often it was written; a correction names the one it saw
 * @param division 12-digit code of the town
 * @param heldOn the day
 * @param leader who held it
 * @param office the leader's office
 * @param principal whether that is the principal head (政府主要负责人): only such a session counts for R42
 * @param received how many people were received
 * @param notes what was heard, may be {@code null}
 * @param tasks problems, with who solves them until when
 * @param files ids of kept files
 * @param cancelled whether the record was withdrawn
 * @param recordedBy login
 * @param recordedAt when it was entered
 */
record LeaderSession(
        long id,
        int version,
        String division,
        LocalDate heldOn,
        String leader,
        String office,
        boolean principal,
        int received,
        String notes,
        List<Task> tasks,
        List<String> files,
        boolean cancelled,
        String recordedBy,
        Instant recordedAt) {
    LeaderSession {
        tasks = List.copyOf(tasks);
        files = List.copyOf(files);
    }

    /**
     * A problem that came up, and its solution.
     *
     * @param id its number
     * @param session number of the session
     * @param division code of the town
     * @param problem what it is
     * @param owner who solves it
     * @param dueOn until when
     * @param doneOn when it was solved, {@code null} while it is not
     * @param result how, {@code null} while it is not
     */
    @Schema(name = "LeaderSessionTask", description = "进大厅活动的问题 A problem that came up in a session")
    record Task(
            long id,
            long session,
            String division,
            String problem,
            String owner,
            LocalDate dueOn,
            LocalDate doneOn,
            String result) {
        /** Whether it should have been solved before {@code day}. */
        boolean overdue(LocalDate day) {
            return doneOn == null && dueOn.isBefore(day);
        }
    }
}
