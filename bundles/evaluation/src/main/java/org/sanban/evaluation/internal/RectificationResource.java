// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** What follows bad ratings, over REST: {@code /api/v1/rectifications}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "rectifications", description = "差评整改、回访与申诉 Rectifications, call backs and appeals")
public final class RectificationResource implements RestResource {
    private final Rectifications rectifications;

    @Activate
    public RectificationResource(@Reference Rectifications rectifications) {
        this.rectifications = rectifications;
    }

    @Override
    public String path() {
        return "rectifications";
    }

    /** A step, as JSON. */
    @Schema(name = "RectificationStep", description = "整改步骤 A step: assign, answer, call-back, close, appeal, decide")
    public record StepInput(
            @Schema(example = "answer") String action,
            @Schema(description = "所见的版本 the version that was seen") int version,
            @Schema(description = "指派给谁 login of who is to put it right") String assignee,
            @Schema(description = "措施、回访记录、理由 measures, what was said, why") String text,
            @Schema(description = "是否联系上 whether the citizen was reached") Boolean reached,
            @Schema(description = "回访时的二次评价 what the citizen says now") EvaluationResource.JudgementInput second,
            @Schema(description = "是否认定为恶意评价 whether the rating is malicious") Boolean upheld) {}

    @GET
    @Operation(summary = "整改列表 Rectifications the caller may see, newest first")
    public Page<Rectifications.Rectification> list(
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = RectificationEntity.State.class))
                    String state,
            @QueryParam("overdue") @Parameter(description = "只看超期未整改的 only late ones") boolean overdue,
            @QueryParam("mine") @Parameter(description = "只看指派给我或评价我的 only mine") boolean mine,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return rectifications.list(
                Given.word(division),
                Given.choice(RectificationEntity.State.class, "state", state),
                overdue,
                mine,
                new PageRequest(after, limit),
                actor);
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Operation(summary = "查看整改 Read a rectification with what was done")
    public Rectifications.Rectification get(@PathParam("id") long id, @Context Actor actor) {
        return rectifications.get(id, actor);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/steps")
    @Operation(summary = "指派、整改、回访、办结、申诉、裁定 Do a step")
    public Rectifications.Rectification step(@PathParam("id") long id, StepInput input, @Context Actor actor) {
        StepInput in = Given.body(input);
        return rectifications.step(
                id,
                new Rectifications.Step(
                        in.action(),
                        in.version(),
                        Given.word(in.assignee()),
                        in.text(),
                        in.reached(),
                        in.second() == null ? null : in.second().judgement(Via.PHONE),
                        in.upheld()),
                actor);
    }
}
