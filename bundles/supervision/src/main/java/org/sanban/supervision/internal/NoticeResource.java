// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.print.Printer;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.supervision.Cause;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeDraft;
import org.sanban.api.supervision.NoticeEntry;
import org.sanban.api.supervision.NoticeQuery;
import org.sanban.api.supervision.NoticeService;
import org.sanban.api.supervision.NoticeStep;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Notices over REST: {@code /api/v1/notices}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notices", description = "通报批评、限期整改 Notices of criticism and rectification")
public final class NoticeResource implements RestResource {
    private static final String PDF = "application/pdf";

    private final NoticeService notices;
    private final Printer printer;
    private final NoticePaper paper;

    @Activate
    public NoticeResource(
            @Reference NoticeService notices, @Reference Printer printer, @Reference RegistryService registry) {
        this.notices = notices;
        this.printer = printer;
        this.paper = new NoticePaper(registry);
    }

    @Override
    public String path() {
        return "notices";
    }

    /** A notice, as JSON. */
    @Schema(name = "NoticeInput", description = "通报 A notice; what its origin knows may be left out")
    public record NoticeInput(
            @Schema(description = "通报批评 CRITICISM、限期整改 RECTIFICATION") Notice.Kind kind,
            @Schema(example = "610926100000") String division,
            @Schema(example = "610926100000-01") String site,
            @Schema(description = "责任单位 responsible unit or post") String unit,
            @Schema(description = "责任人登录名 login of who is answerable") String responsible,
            @Schema(description = "进驻不到位 ABSENT、推进不力 SLOW、办理不到位 IMPROPER") Cause cause,
            @Schema(description = "问题和要求 what is wrong and what is asked") String text,
            @Schema(description = "文号 number of the paper") String reference,
            @Schema(description = "来源 where it comes from", example = "inspections/12") String origin,
            @Schema(description = "印发日期，默认今天 day of issue, today by default") LocalDate issuedOn,
            @Schema(description = "整改期限，工作日 limit in working days") Integer days,
            @Schema(description = "或整改截止日 or its last day") LocalDate dueOn) {
        NoticeDraft draft() {
            return new NoticeDraft(
                    kind,
                    Given.word(division),
                    Given.word(site),
                    Given.word(unit),
                    Given.word(responsible),
                    cause,
                    text,
                    Given.word(reference),
                    Given.word(origin),
                    issuedOn,
                    days,
                    dueOn);
        }
    }

    /** A step, as JSON. */
    @Schema(name = "NoticeStepInput", description = "整改答复、退回或办结 An answer, or what the supervisor says to it")
    public record StepInput(
            @Schema(description = "答复 ANSWER、退回 SEND_BACK、办结 CLOSE、撤销 WITHDRAW") NoticeStep.Kind kind,
            @Schema(description = "所见版本 the version it was taken on") int version,
            String text,
            @Schema(description = "佐证附件 ids of stored attachments") List<String> evidence,
            @Schema(description = "退回时的新期限，工作日 new limit when sending back") Integer days,
            LocalDate dueOn) {}

    @GET
    @Operation(summary = "通报列表，最新在前 Notices, newest first")
    public Page<Notice> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("open") @DefaultValue("false") @Parameter(description = "只看未办结 not closed") boolean open,
            @QueryParam("late") @DefaultValue("false") @Parameter(description = "只看逾期上报 told to the county as late")
                    boolean late,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return notices.notices(new NoticeQuery(Given.word(division), open, late), new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "查看通报 Read a notice")
    public Notice get(@PathParam("id") long id, @Context Actor actor) {
        return notices.notice(id, actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}/history")
    @Operation(summary = "通报经过 Its history, oldest first")
    public List<NoticeEntry> history(@PathParam("id") long id, @Context Actor actor) {
        return notices.history(id, actor);
    }

    @POST
    @Operation(summary = "印发通报 Issue a notice")
    @ApiResponse(
            responseCode = "201",
            description = "已印发 issued",
            content = @Content(schema = @Schema(implementation = Notice.class)))
    public Response issue(NoticeInput input, @Context Actor actor) {
        Notice issued = notices.issue(Given.body(input).draft(), actor);
        return Response.created(URI.create(Long.toString(issued.id())))
                .entity(issued)
                .build();
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/steps")
    @Operation(summary = "整改答复、退回、办结、撤销 Answer with evidence, send back, close, withdraw")
    public Notice act(@PathParam("id") long id, StepInput input, @Context Actor actor) {
        StepInput in = Given.body(input);
        return notices.act(
                id, new NoticeStep(in.kind(), in.version(), in.text(), in.evidence(), in.days(), in.dueOn()), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}/paper")
    @Produces(PDF)
    @Operation(summary = "打印通报（PDF） The notice as PDF")
    @ApiResponse(
            responseCode = "200",
            description = "文书 the paper",
            content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    public Response paper(@PathParam("id") long id, @Context Actor actor) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.pdf(paper.fill(notices.notice(id, actor), notices.history(id, actor)), pdf);
        return Response.ok(pdf.toByteArray(), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"notice-" + id + ".pdf\"")
                .build();
    }
}
