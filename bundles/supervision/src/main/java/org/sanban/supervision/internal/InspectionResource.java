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

/** Visits and checks over REST: {@code /api/v1/inspections}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "inspections", description = "明察暗访、联合检查 Open and secret visits, joint checks")
public final class InspectionResource implements RestResource {
    private final Inspections inspections;

    @Activate
    public InspectionResource(@Reference Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public String path() {
        return "inspections";
    }

    /** A visit, as JSON. */
    @Schema(name = "InspectionInput", description = "督查 A visit or check; site or division")
    public record InspectionInput(
            @Schema(description = "明察 OPEN、暗访 SECRET、联合检查 JOINT") Inspection.Kind kind,
            @Schema(example = "610926100000") String division,
            @Schema(example = "610926100000-01") String site,
            @Schema(example = "2026-11-24") LocalDate visitedOn,
            @Schema(description = "督查人员 who went") List<String> inspectors,
            @Schema(description = "参加部门，联合检查至少两个 two or more for a joint check") List<String> departments,
            List<Inspection.Finding> findings) {}

    /** A conclusion, as JSON. */
    @Schema(name = "ConclusionInput", description = "督查结论 How a visit ends")
    public record ConclusionInput(String summary) {}

    @GET
    @Operation(summary = "督查记录，最新在前 Visits and checks, newest first; secret ones once they are concluded")
    public Page<Inspection> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return inspections.list(division, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "查看督查记录 Read a visit")
    public Inspection get(@PathParam("id") long id, @Context Actor actor) {
        return inspections.get(id, actor);
    }

    @POST
    @Operation(summary = "登记督查 Record a visit")
    @ApiResponse(
            responseCode = "201",
            description = "已登记 recorded",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    public Response open(InspectionInput input, @Context Actor actor) {
        InspectionInput in = Given.body(input);
        Inspection opened = inspections.open(
                new Inspections.Draft(
                        in.kind(),
                        Given.word(in.division()),
                        Given.word(in.site()),
                        in.visitedOn(),
                        in.inspectors(),
                        in.departments(),
                        in.findings()),
                actor);
        return Response.created(URI.create(Long.toString(opened.id())))
                .entity(opened)
                .build();
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/findings")
    @Operation(summary = "补记发现的问题 Add what was found")
    public Inspection add(@PathParam("id") long id, Inspection.Finding finding, @Context Actor actor) {
        return inspections.add(id, Given.body(finding), actor);
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/conclusion")
    @Operation(summary = "督查结束，被查单位由此可见 Conclude; from then on the visited division sees it")
    public Inspection conclude(@PathParam("id") long id, ConclusionInput input, @Context Actor actor) {
        return inspections.conclude(id, Given.body(input).summary(), actor);
    }
}
