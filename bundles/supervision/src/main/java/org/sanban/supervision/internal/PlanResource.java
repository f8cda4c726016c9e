// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.supervision.PlanProgress;
import org.sanban.api.supervision.PlanTask;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** The plan over REST: {@code /api/v1/plan}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "plan", description = "任务分解和进度 The plan's tasks and how each town stands")
public final class PlanResource implements RestResource {
    private final PlanManager plan;

    @Activate
    public PlanResource(@Reference PlanManager plan) {
        this.plan = plan;
    }

    @Override
    public String path() {
        return "plan";
    }

    /** A report, as JSON. */
    @Schema(name = "ReportInput", description = "进度 A report on a task, or what a supervisor says to it")
    public record ReportInput(
            @Schema(description = "行政区划，默认为本单位 by default your own", example = "610926100000") String division,
            @Schema(description = "推进中 UNDER_WAY、已完成 DONE、已核实 CONFIRMED、退回 SENT_BACK") PlanProgress.State state,
            String note,
            @Schema(description = "佐证附件 ids of stored attachments") List<String> evidence) {}

    @GET
    @Operation(summary = "任务 Tasks that bind a division, in the plan's order")
    public Page<PlanTask> tasks(
            @QueryParam("division") @Parameter(description = "行政区划，默认为本单位 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context Actor actor) {
        return plan.tasks(division, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("progress")
    @Operation(summary = "各镇进度 How a town stands, or a county with each of its towns")
    public Page<PlanProgress> progress(
            @QueryParam("division") @Parameter(description = "县或镇，默认为本单位 a county or town, by default your own")
                    String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return plan.progress(division, new PageRequest(after, limit), actor);
    }

    @POST
    @Path("{code}/reports")
    @Operation(summary = "报进度、核实或退回 Report on a task, confirm a report or send it back")
    public PlanProgress.TaskProgress report(
            @PathParam("code") @Parameter(description = "任务编号 the task's code", example = "T1") String code,
            ReportInput input,
            @Context Actor actor) {
        ReportInput in = Given.body(input);
        String division = Given.word(in.division()) == null ? actor.division() : Given.word(in.division());
        return plan.report(code, division, in.state(), in.note(), in.evidence(), actor);
    }
}
