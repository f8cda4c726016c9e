// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Cases over REST: {@code /api/v1/cases}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "办件 Cases")
public final class CaseResource implements RestResource {
    private final CaseService cases;
    private final JournalService journal;

    @Activate
    public CaseResource(@Reference CaseService cases, @Reference JournalService journal) {
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public String path() {
        return "cases";
    }

    /**
     * A case to be submitted, as JSON.
     *
     * @see Draft
     */
    @Schema(name = "Draft", description = "要提交的办件 A case to be submitted")
    public record DraftInput(
            @Schema(description = "服务方式 id of the service mode", example = "window") String mode,
            @Schema(description = "事项编码 code of the matter") String matter,
            @Schema(description = "场所编码 code of the site", example = "610926100000-01") String site,
            Applicant applicant,
            List<Handed> materials,
            List<Original> taken,
            Map<String, Object> answers,
            @Schema(description = "内部备注 remark for the staff") String note,
            @Schema(description = "预留的办件编号，平常不填 number set apart before, else left out") String number) {}

    /**
     * Something to be done with a case, as JSON.
     *
     * @see Action
     */
    @Schema(name = "Action", description = "对办件的操作 Something to be done with a case")
    public record ActionInput(
            @Schema(description = "操作 the step's action", example = "accept") String name,
            @Schema(description = "所见版本，也可用 If-Match the version seen, or If-Match") Integer version,
            Map<String, Object> answers,
            List<Handed> materials,
            List<Original> taken,
            List<Returned> returned,
            List<Moved> moved,
            @Schema(description = "转给谁 login of the colleague it is handed to") String assignee,
            List<Booking> bookings,
            List<Part.Opening> parts,
            @Schema(description = "办结哪一部分 id of the part that is ended") Integer part,
            @Schema(description = "内部备注 remark for the staff") String note) {}

    @POST
    @Operation(summary = "提交办件 Submit a case")
    @ApiResponse(
            responseCode = "201",
            description = "已提交 submitted",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response submit(
            DraftInput input,
            @HeaderParam("Idempotency-Key") @Parameter(description = "幂等键，重发同一请求时不变 the same for a repeated request")
                    String key,
            @Context Actor actor) {
        DraftInput in = Given.body(input);
        Draft draft = new Draft(
                in.mode(),
                in.matter(),
                in.site(),
                in.applicant(),
                in.materials(),
                in.taken(),
                in.answers(),
                in.note(),
                key,
                in.number());
        Receipt receipt = cases.submit(draft, actor);
        return Response.created(URI.create(receipt.number()))
                .tag(tag(receipt.version()))
                .entity(receipt)
                .build();
    }

    @GET
    @Operation(summary = "办件列表 List cases, newest first; with light, most urgent first")
    public Page<CaseLine> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("site") String site,
            @QueryParam("idNumber") @Parameter(description = "申请人证件号 applicant's whole number") String idNumber,
            @QueryParam("stage") String stage,
            @QueryParam("mode") String mode,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = Status.class)) String status,
            @QueryParam("light") @Parameter(schema = @Schema(implementation = Light.class)) String light,
            @QueryParam("holder") @Parameter(description = "在谁手里 login of who has it or a part of it") String holder,
            @QueryParam("from") @Parameter(description = "提交时间起 submitted at or after, ISO 8601") String from,
            @QueryParam("to") @Parameter(description = "提交时间止 submitted before, ISO 8601") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        CaseQuery query = new CaseQuery(
                division,
                site,
                idNumber,
                stage,
                mode,
                Given.choice(Status.class, "status", status),
                Given.choice(Light.class, "light", light),
                holder,
                Given.moment("from", from, null),
                Given.moment("to", to, null));
        return cases.find(query, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{number}")
    @Operation(summary = "查看办件 Read a case")
    @ApiResponse(
            responseCode = "200",
            description = "办件 the case",
            content = @Content(schema = @Schema(implementation = Case.class)))
    public Response get(@PathParam("number") String number, @Context Actor actor) {
        Case found = cases.get(number, actor);
        return Response.ok(found).tag(tag(found.version())).build();
    }

    @POST
    @Path("{number}/actions")
    @Operation(summary = "办理一步 Do a step")
    @ApiResponse(
            responseCode = "200",
            description = "已办理 done",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    public Response act(
            @PathParam("number") String number,
            ActionInput input,
            @HeaderParam("If-Match") @Parameter(description = "所见版本 the version seen: \"3\"") String match,
            @HeaderParam("Idempotency-Key") String key,
            @Context Actor actor) {
        ActionInput in = Given.body(input);
        Action action = new Action(
                in.name(),
                Given.version(in.version(), match, null),
                in.answers(),
                in.materials(),
                in.taken(),
                in.returned(),
                in.moved(),
                in.assignee(),
                in.bookings(),
                in.parts(),
                in.part(),
                in.note(),
                key);
        Receipt receipt = cases.act(number, action, actor);
        return Response.ok(receipt).tag(tag(receipt.version())).build();
    }

    @GET
    @Path("{number}/steps")
    @Operation(summary = "可办步骤 Steps the caller may do now")
    public List<Step> steps(@PathParam("number") String number, @Context Actor actor) {
        return cases.steps(number, actor);
    }

    @GET
    @Path("{number}/due")
    @Operation(summary = "时限逐日说明 The limit, counted line by line")
    public Due due(@PathParam("number") String number, @Context Actor actor) {
        return cases.explain(number, actor);
    }

    @GET
    @Path("{number}/journal")
    @Operation(summary = "办件日志 The case's journal, oldest first")
    public Page<JournalEntry> journal(
            @PathParam("number") String number,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return journal.entries(number, new PageRequest(after, limit), actor);
    }

    private static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }
}
