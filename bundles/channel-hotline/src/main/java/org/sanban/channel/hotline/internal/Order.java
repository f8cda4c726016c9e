// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.cases.Light;
import org.sanban.api.problem.Text;
import org.sanban.channel.hotline.internal.OrderEntity.Via;

/**
 * A work order (工单).
 *
 * @param id its key here
 * @param number the centre's own number, or one of ours where it has none
 * @param version to be named by the next step
 * @param kind what it is about
 * @param kindName what people read
 * @param state how far it is
 * @param stateName what people read
 * @param via how it came
 * @param text what the caller says; {@code null} in lists and for whoever need not know
 * @param callerName masked for all but who has the order, and in lists
 * @param callerPhone masked in the same way
 * @param address where it is; {@code null} where the caller is masked
 * @param division 12-digit code of the division it is for
 * @param site code of the site, where known
 * @param matter code of the matter, where known
 * @param caseNumber number of the case, where there is one
 * @param mode id of the service mode that an appointment asks for
 * @param wishedAt when the caller would like to be served
 * @param receivedAt when it came
 * @param limitDays in how many working days it is to be answered, {@code null} where the centre set the day
 * @param limitSource where that is laid down
 * @param extendedDays by how many working days that was extended
 * @param dueOn last day of the limit, {@code null} while the calendar of its year is not loaded
 * @param light how it stands against its limit
 * @param late whether it is past its limit and not answered
 * @param assignee account of who is to answer
 * @param callsMissed calls that nobody answered
 * @param answer what was answered
 * @param untold what the centre has not been told yet, or refused; {@code null} in lists
 * @param steps what was done, oldest first; {@code null} in lists
 */
@Schema(name = "HotlineOrder", description = "12345 工单 A work order of 12345")
public record Order(
        long id,
        String number,
        int version,
        Kind kind,
        Text kindName,
        State state,
        Text stateName,
        Via via,
        String text,
        String callerName,
        String callerPhone,
        String address,
        String division,
        String site,
        String matter,
        String caseNumber,
        String mode,
        Instant wishedAt,
        Instant receivedAt,
        Integer limitDays,
        String limitSource,
        int extendedDays,
        LocalDate dueOn,
        Light light,
        boolean late,
        String assignee,
        int callsMissed,
        String answer,
        List<Untold> untold,
        List<Done> steps) {
    /**
     * Something that was done.
     *
     * @param at when
     * @param account who did it
     * @param name that person's name
     * @param action what
     * @param actionName what people read
     * @param text in their words, may be {@code null}
     */
    @Schema(name = "HotlineOrderDone", description = "已办步骤 Something that was done")
    public record Done(Instant at, String account, String name, String action, Text actionName, String text) {}

    /**
     * A step that the centre does not know of.
     *
     * @param step its place among the steps, from 1
     * @param refused whether the centre refused it; otherwise it waits
     * @param reason what the centre said
     */
    @Schema(name = "HotlineOrderUntold", description = "尚未送达 12345 中心 What the centre does not know of")
    public record Untold(int step, boolean refused, String reason) {}
}
