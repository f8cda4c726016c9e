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
import org.sanban.api.supervision.LeadingGroup;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Leading groups over REST: {@code /api/v1/leading-groups}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "leading-groups", description = "工作领导小组 Leading groups")
public final class LeadingGroupResource implements RestResource {
    private final LeadingGroups groups;

    @Activate
    public LeadingGroupResource(@Reference LeadingGroups groups) {
        this.groups = groups;
    }

    @Override
    public String path() {
        return "leading-groups";
    }

    /** A leading group, as JSON. */
    @Schema(name = "LeadingGroupInput", description = "领导小组，写职务和单位，不写姓名 By posts and units, never by persons")
    public record GroupInput(
            @Schema(description = "行政区划，默认为本单位 by default your own") String division,
            @Schema(example = "“三办”工作领导小组") String name,
            @Schema(description = "组长职务 the head's post", example = "常务副县长") String head,
            @Schema(description = "成员职务或单位 posts and units", example = "[\"县行政审批服务局主要负责人\"]") List<String> members,
            @Schema(description = "办公室所在单位 the unit that does its daily work") String office,
            @Schema(description = "成立文件文号 number of the document") String document,
            @Schema(description = "成立日期 first day") LocalDate formedOn,
            @Schema(description = "文件附件 ids of stored attachments") List<String> evidence) {}

    @GET
    @Operation(summary = "领导小组，最新在前 Leading groups, newest first")
    public Page<LeadingGroup> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("past") @Parameter(description = "包括已调整的 those too whose place a later one took") boolean past,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return groups.groups(division, past, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "查看领导小组 Read a leading group")
    public LeadingGroup get(@PathParam("id") long id, @Context Actor actor) {
        return groups.get(id, actor);
    }

    @POST
    @Operation(summary = "登记领导小组，接替本单位原有的 Enter one, in the place of the division's last")
    @ApiResponse(
            responseCode = "201",
            description = "已登记 entered",
            content = @Content(schema = @Schema(implementation = LeadingGroup.class)))
    public Response record(GroupInput input, @Context Actor actor) {
        GroupInput in = Given.body(input);
        LeadingGroup entered = groups.record(
                new LeadingGroups.Draft(
                        in.division(),
                        in.name(),
                        in.head(),
                        in.members(),
                        in.office(),
                        in.document(),
                        in.formedOn(),
                        in.evidence()),
                actor);
        return Response.created(URI.create(Long.toString(entered.id())))
                .entity(entered)
                .build();
    }
}
