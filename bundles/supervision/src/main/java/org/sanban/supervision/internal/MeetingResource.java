// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
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
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Leaders' meetings over REST: {@code /api/v1/meetings}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "meetings", description = "研究调度会议 Leaders' meetings")
public final class MeetingResource implements RestResource {
    private final Meetings meetings;

    @Activate
    public MeetingResource(@Reference Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public String path() {
        return "meetings";
    }

    /** A meeting, as JSON. */
    @Schema(name = "MeetingInput", description = "会议 A meeting; what it decided becomes tasks of the plan")
    public record MeetingInput(
            @Schema(description = "行政区划，默认为本单位 by default your own") String division,
            @Schema(example = "2026-11-20") LocalDate heldOn,
            @Schema(description = "主持人职务 who led it, by post", example = "镇长") String chair,
            String topic,
            @Schema(description = "会议记录 minutes") String minutes,
            @Schema(description = "佐证附件 ids of stored attachments") List<String> evidence,
            @Schema(description = "议定事项 decisions") List<Meeting.Decision> decisions) {}

    @GET
    @Operation(summary = "会议，最新在前 Meetings, newest first")
    public Page<Meeting> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return meetings.list(division, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "查看会议 Read a meeting")
    public Meeting get(@PathParam("id") long id, @Context Actor actor) {
        return meetings.get(id, actor);
    }

    @POST
    @Operation(summary = "登记会议 Record a meeting")
    @ApiResponse(
            responseCode = "201",
            description = "已登记 recorded",
            content = @Content(schema = @Schema(implementation = Meeting.class)))
    public Response record(MeetingInput input, @Context Actor actor) {
        MeetingInput in = Given.body(input);
        Meeting recorded = meetings.record(
                new Meetings.Draft(
                        in.division(),
                        in.heldOn(),
                        in.chair(),
                        in.topic(),
                        in.minutes(),
                        in.evidence(),
                        in.decisions()),
                actor);
        return Response.created(URI.create(Long.toString(recorded.id())))
                .entity(recorded)
                .build();
    }
}
