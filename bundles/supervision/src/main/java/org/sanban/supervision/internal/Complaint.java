// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A complaint or report (R37), as supervisors see it.
 *
 * @param number key, with which the citizen follows it
 * @param kind complaint or report
 * @param state where it stands
 * @param division 12-digit code of the division it is about
 * @param site code of the site it is about, may be {@code null}
 * @param text what is complained of
 * @param anonymous whether no name was given
 * @param name who complains; only for the handling supervisor
 * @param phone how to reach them; only for the handling supervisor
 * @param filedOn day of filing
 * @param dueOn last day to answer, {@code null} while the year's calendar is not loaded
 * @param late whether that day is over without an answer
 * @param handler login of the handling supervisor
 * @param outcome what came of it
 * @param answer what the citizen is told
 * @param closedOn day of the answer
 */
@Schema(name = "Complaint", description = "投诉举报 A complaint or report")
public record Complaint(
        String number,
        Kind kind,
        State state,
        String division,
        String site,
        String text,
        boolean anonymous,
        String name,
        String phone,
        LocalDate filedOn,
        LocalDate dueOn,
        boolean late,
        String handler,
        Outcome outcome,
        String answer,
        LocalDate closedOn) {
    /** Complaint about how one was served (投诉), report of a wrong (举报). */
    public enum Kind {
        COMPLAINT,
        REPORT
    }

    /** Filed, taken by a supervisor, answered. */
    public enum State {
        FILED,
        TAKEN,
        CLOSED
    }

    /** Borne out, partly, not borne out, for another authority. */
    public enum Outcome {
        FOUNDED,
        PARTLY,
        UNFOUNDED,
        ELSEWHERE
    }

    /**
     * What the citizen gets on filing.
     *
     * @param number key
     * @param code to follow it with; it is shown once and kept nowhere
     * @param dueOn last day to answer, {@code null} when it cannot be told yet
     * @param days the limit in working days
     * @param source where the limit comes from
     */
    @Schema(name = "ComplaintReceipt", description = "投诉举报回执 What the citizen gets on filing")
    public record Receipt(String number, String code, LocalDate dueOn, int days, String source) {}

    /** What the citizen sees. */
    @Schema(name = "ComplaintProgress", description = "投诉举报进度 What the citizen sees")
    public record Progress(
            String number,
            State state,
            LocalDate filedOn,
            LocalDate dueOn,
            Outcome outcome,
            String answer,
            LocalDate closedOn) {}
}
