// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.time.LocalDate;
import java.util.List;

/**
 * How the tasks of one division stand.
 *
 * @param division 12-digit code
 * @param name 城关镇
 * @param done how many are reported done or confirmed
 * @param late how many are not, although their deadline is over
 * @param lastMeetingOn day of its last leaders' meeting (R136), {@code null} when there was none
 * @param lines its tasks in the plan's order
 */
public record PlanProgress(
        String division, String name, int done, int late, LocalDate lastMeetingOn, List<TaskProgress> lines) {
    public PlanProgress {
        lines = List.copyOf(lines);
    }

    /**
     * How one task stands.
     *
     * @param task the task's id
     * @param code its code
     * @param title its title
     * @param dueOn its deadline, {@code null} for none
     * @param state as reported last
     * @param late whether it is not done although its deadline is over
     * @param reportedOn day of the last report, {@code null} for none
     * @param note what was reported
     * @param evidence ids of attachments of the last report that had any
     * @param reporter name of who reported
     */
    public record TaskProgress(
            long task,
            String code,
            String title,
            LocalDate dueOn,
            State state,
            boolean late,
            LocalDate reportedOn,
            String note,
            List<String> evidence,
            String reporter) {
        public TaskProgress {
            evidence = List.copyOf(evidence);
        }
    }

    /** Nothing reported, under way, reported done with evidence, confirmed or sent back by a supervisor. */
    public enum State {
        OPEN,
        UNDER_WAY,
        DONE,
        CONFIRMED,
        SENT_BACK
    }
}
