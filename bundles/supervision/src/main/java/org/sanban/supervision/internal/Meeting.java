// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.supervision.PlanTask;

/**
 * A meeting at which leaders studied and scheduled the work (R136).
 *
 * @param id key
 * @param division 12-digit code of the division that held it
 * @param heldOn day
 * @param chair who led it, by post: 镇长
 * @param topic what it was about
 * @param minutes what was said, may be {@code null}
 * @param evidence ids of attachments
 * @param decisions what was decided, as tasks of the plan
 */
@Schema(name = "Meeting", description = "研究调度会议 A leaders' meeting")
public record Meeting(
        long id,
        String division,
        LocalDate heldOn,
        String chair,
        String topic,
        String minutes,
        List<String> evidence,
        List<PlanTask> decisions) {
    public Meeting {
        evidence = List.copyOf(evidence);
        decisions = List.copyOf(decisions);
    }

    /**
     * A decision that is to become a task.
     *
     * @param title short name
     * @param text what is to be done; {@code null} when the title says it
     * @param owners units or posts, never persons
     * @param dueOn last day, {@code null} for none
     * @param perTown whether each town is to report on it; only a county's meeting decides so
     */
    @Schema(name = "Decision", description = "议定事项 A decision that becomes a task")
    public record Decision(String title, String text, List<String> owners, LocalDate dueOn, boolean perTown) {}
}
