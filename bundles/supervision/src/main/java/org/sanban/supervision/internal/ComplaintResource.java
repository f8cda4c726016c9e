// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.servlet.http.HttpServletRequest;
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
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Complaints and reports over REST: {@code /api/v1/complaints}. Filing and following need no login. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "投诉举报 Complaints and reports")
public final class ComplaintResource implements RestResource {
    private final Complaints complaints;

    @Activate
    public ComplaintResource(@Reference Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public String path() {
        return "complaints";
    }

    /** A complaint, as JSON. */
    @Schema(name = "ComplaintInput", description = "投诉举报，可匿名 A complaint; without a name it is anonymous")
    public record ComplaintInput(
            @Schema(description = "投诉 COMPLAINT、举报 REPORT") Complaint.Kind kind,
            @Schema(description = "场所编码，或填行政区划 a site, or a division", example = "610926100000-01") String site,
            @Schema(example = "610926100000") String division,
            @Schema(description = "内容 what is complained of") String text,
            @Schema(description = "姓名，可不填 may be left out") String name,
            @Schema(description = "电话，可不填 may be left out") String phone) {}

    /** An answer, as JSON. */
    @Schema(name = "ComplaintAnswerInput", description = "答复 What came of a complaint")
    public record AnswerInput(
            @Schema(description = "属实 FOUNDED、部分属实 PARTLY、不属实 UNFOUNDED、转有关部门 ELSEWHERE") Complaint.Outcome outcome,
            @Schema(description = "告知投诉人的内容 what the citizen is told") String answer) {}

    @POST
    @Public
    @Operation(summary = "投诉举报，不用登录 File a complaint, without a login")
    @ApiResponse(
            responseCode = "201",
            description = "已收到 taken",
            content = @Content(schema = @Schema(implementation = Complaint.Receipt.class)))
    public Response file(ComplaintInput input, @Context HttpServletRequest request) {
        ComplaintInput in = Given.body(input);
        Complaint.Receipt receipt = complaints.file(
                new Complaints.Draft(in.kind(), in.division(), in.site(), in.text(), in.name(), in.phone()),
                String.valueOf(request.getRemoteAddr()));
        return Response.status(Response.Status.CREATED).entity(receipt).build();
    }

    @GET
    @Path("{number}/progress")
    @Public
    @Operation(summary = "凭编号和查询码查进度 Follow a complaint by number and code")
    public Complaint.Progress follow(
            @PathParam("number") String number,
            @QueryParam("code") @Parameter(description = "查询码 the code it was answered with") String code) {
        return complaints.follow(number, code);
    }

    @GET
    @Operation(summary = "投诉举报列表，最新在前 Complaints, newest first")
    public Page<Complaint> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("open") @DefaultValue("false") @Parameter(description = "只看未答复 not answered") boolean open,
            @QueryParam("late") @DefaultValue("false") @Parameter(description = "只看逾期 late ones") boolean late,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return complaints.list(division, open, late, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{number}")
    @Operation(summary = "查看投诉举报 Read a complaint; its handler sees by whom")
    public Complaint get(@PathParam("number") String number, @Context Actor actor) {
        return complaints.get(number, actor);
    }

    @POST
    @Path("{number}/handling")
    @Operation(summary = "承办 Take it to handle")
    public Complaint take(@PathParam("number") String number, @Context Actor actor) {
        return complaints.take(number, actor);
    }

    @POST
    @Path("{number}/release")
    @Operation(summary = "退回待承办 Give it back unhandled")
    @ApiResponse(responseCode = "204", description = "已退回 given back")
    public void release(@PathParam("number") String number, @Context Actor actor) {
        complaints.release(number, actor);
    }

    @POST
    @Path("{number}/answer")
    @Operation(summary = "答复 Answer and end it")
    public Complaint answer(@PathParam("number") String number, AnswerInput input, @Context Actor actor) {
        AnswerInput in = Given.body(input);
        return complaints.close(number, in.outcome(), in.answer(), actor);
    }
}
