// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Coverage;
import org.sanban.api.matters.CoverageService;
import org.sanban.api.matters.CoverageSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.RestResource;

/** The matrix of matters and channels, over REST: {@code /api/v1/coverage}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "事项与渠道对照（抖音可查、微信可知、电话可约） Through which channels matters are reached")
public final class CoverageResource implements RestResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CoverageService coverage;

    @Activate
    public CoverageResource(@Reference CoverageService coverage) {
        this.coverage = coverage;
    }

    @Override
    public String path() {
        return "coverage";
    }

    @GET
    @Operation(summary = "逐项对照 Matters in force by code, channel by channel, with what to do next")
    public Page<Coverage> find(
            @QueryParam("missing")
                    @Parameter(description = "只看此渠道尚未覆盖的 only those not reached through it", example = "douyin")
                    String missing,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return coverage.coverage(word(missing), new PageRequest(after, limit));
    }

    @GET
    @Path("export")
    @Produces(XLSX)
    @Operation(summary = "导出对照表（xlsx） The matrix as a spreadsheet")
    @ApiResponse(
            responseCode = "200",
            description = "对照表 the matrix",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    public Response export(
            @QueryParam("missing")
                    @Parameter(description = "只看此渠道尚未覆盖的 only those not reached through it", example = "douyin")
                    String missing,
            @Context Actor actor) {
        String lacking = word(missing);
        coverage.coverage(lacking, new PageRequest(null, 1));
        StreamingOutput book = new CoverageBook(coverage, lacking)::write;
        return Response.ok(book, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"coverage.xlsx\"")
                .build();
    }

    private static String word(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    @GET
    @Path("summary")
    @Operation(summary = "各渠道覆盖数 The whole in numbers; they may be ten seconds old")
    public CoverageSummary summary(@Context Actor actor) {
        return coverage.summary();
    }
}
