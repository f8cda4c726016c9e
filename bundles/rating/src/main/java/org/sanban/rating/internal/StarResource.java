// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
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
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Star scores over REST: {@code /api/v1/stars}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "stars", description = "星级评定 Star scores of sites")
public final class StarResource implements RestResource {
    private static final String PDF = "application/pdf";
    private static final String SITE = "{site: [0-9]{12}-[0-9]{2}}";

    private final StarManager stars;
    private final Periods periods;
    private final Printer printer;

    @Activate
    public StarResource(@Reference StarManager stars, @Reference Periods periods, @Reference Printer printer) {
        this.stars = stars;
        this.periods = periods;
        this.printer = printer;
    }

    @Override
    public String path() {
        return "stars";
    }

    /** Points of one side. */
    @Schema(name = "StarMarksInput", description = "自评分或考核分 Points of one side")
    public record MarksInput(List<MarkInput> marks) {
        List<Periods.Given> given() {
            return Given.list(marks).stream().map(MarkInput::given).toList();
        }
    }

    /** Points for a line. */
    @Schema(name = "StarMarkInput", description = "一项的得分 Points for a line")
    public record MarkInput(
            @Schema(description = "评分表中的编码 code of the line", example = "SS1") String line,
            @Schema(description = "得分，不填为撤回 points; left out takes them back", example = "1.5") BigDecimal points,
            @Schema(description = "扣分加分情况 why") String reason,
            @Schema(description = "佐证材料的附件 attachments that show it") List<String> files) {
        Periods.Given given() {
            return new Periods.Given(line, points, Given.word(reason), Given.list(files));
        }
    }

    @GET
    @Operation(summary = "各场所星级得分（后台定时计算） Where sites stood when last computed, by code")
    public Page<Standing> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return stars.standings(Given.division(division, actor), new PageRequest(after, limit), actor);
    }

    @GET
    @Path(SITE)
    @Operation(summary = "一个场所的得分、依据和离下一星级的差距 A site's score now, with its reasons and what the next star takes")
    public Score get(
            @PathParam("site") String site,
            @QueryParam("period") @Parameter(description = "评定周期，默认为当前 by default the one that is on") String period,
            @Context Actor actor) {
        return stars.score(site, Given.word(period), actor);
    }

    @GET
    @Path(SITE + "/sheet")
    @Produces(PDF)
    @Operation(summary = "自评报告、评分表（PDF） Self-assessment report and score sheet as PDF")
    @ApiResponse(
            responseCode = "200",
            description = "评分表 the sheet",
            content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    public Response sheet(@PathParam("site") String site, @QueryParam("period") String period, @Context Actor actor)
            throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.pdf(ScoreSheet.of(stars.score(site, Given.word(period), actor)), pdf);
        return Response.ok(pdf.toByteArray(), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + site + "-stars.pdf\"")
                .build();
    }

    @PUT
    @Path(SITE + "/self")
    @Operation(summary = "填写自评分 The site gives itself points")
    public Score self(
            @PathParam("site") String site,
            @QueryParam("period") String period,
            MarksInput input,
            @Context Actor actor) {
        return periods.mark(
                site, Given.word(period), Marks.Side.SELF, Given.body(input).given(), actor);
    }

    @PUT
    @Path(SITE + "/panel")
    @Operation(summary = "填写考核分 The county's panel gives a site points")
    public Score panel(
            @PathParam("site") String site,
            @QueryParam("period") String period,
            MarksInput input,
            @Context Actor actor) {
        return periods.mark(
                site, Given.word(period), Marks.Side.PANEL, Given.body(input).given(), actor);
    }
}
