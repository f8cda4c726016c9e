// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.statistics.By;
import org.sanban.api.statistics.Counted;
import org.sanban.api.statistics.Figure;
import org.sanban.api.statistics.Line;
import org.sanban.api.statistics.Point;
import org.sanban.api.statistics.Rebuild;
import org.sanban.api.statistics.Selection;
import org.sanban.api.statistics.StatisticsService;
import org.sanban.api.statistics.Summary;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Statistics over REST: {@code /api/v1/statistics}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics", description = "办件统计 Statistics of cases")
public final class StatisticsResource implements RestResource {
    private static final Texts TEXTS = Texts.of(StatisticsResource.class);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DIVISION =
            "县、镇或村的区划代码，含下级；默认为本账号的 county, town or village with all below; the caller's own where not given";
    private static final String FROM =
            "起始日，默认为截止日当年 1 月 1 日 first day; the first of the year of the last where not given";
    private static final String UNTIL = "截止日，默认今天 last day; today where not given";

    private final StatisticsService statistics;

    @Activate
    public StatisticsResource(@Reference StatisticsService statistics) {
        this.statistics = statistics;
    }

    @Override
    public String path() {
        return "statistics";
    }

    /** Numbers over time, for a chart. */
    @Schema(name = "Series", description = "按时间的数列，用于画图 Numbers over time, for a chart")
    public record Series(String figure, String by, List<Point> points) {}

    @GET
    @Path("summary")
    @Operation(summary = "汇总：看板一次取齐 One answer for a dashboard")
    public Summary summary(
            @QueryParam("division") @Parameter(description = DIVISION) String division,
            @QueryParam("site") @Parameter(description = "只看一个场所 one site only") String site,
            @QueryParam("from") @Parameter(description = FROM) String from,
            @QueryParam("until") @Parameter(description = UNTIL) String until,
            @Context Actor actor) {
        return statistics.summary(selection(division, site, from, until), actor);
    }

    @GET
    @Path("series")
    @Operation(summary = "按日或按月的数列 A number by day or month, for charts")
    public Series series(
            @QueryParam("figure") @DefaultValue("submitted") @Parameter(schema = @Schema(implementation = Figure.class))
                    String figure,
            @QueryParam("by") @DefaultValue("day") @Parameter(schema = @Schema(allowableValues = {"day", "month"}))
                    String by,
            @QueryParam("division") @Parameter(description = DIVISION) String division,
            @QueryParam("site") String site,
            @QueryParam("from") @Parameter(description = FROM) String from,
            @QueryParam("until") @Parameter(description = UNTIL) String until,
            @Context Actor actor) {
        Figure asked = word("figure", Figure.class, figure);
        Step step = word("by", Step.class, by);
        return new Series(
                Sums.word(asked),
                Sums.word(step),
                statistics.series(selection(division, site, from, until), asked, step == Step.MONTH, actor));
    }

    private enum Step {
        DAY,
        MONTH
    }

    @GET
    @Path("breakdown")
    @Operation(summary = "分组：按区划、场所、方式、事项、灯色 Broken down by division, site, mode, matter, light")
    public List<Line> breakdown(
            @QueryParam("by") @DefaultValue("site") @Parameter(schema = @Schema(implementation = By.class)) String by,
            @QueryParam("division") @Parameter(description = DIVISION) String division,
            @QueryParam("site") String site,
            @QueryParam("from") @Parameter(description = FROM) String from,
            @QueryParam("until") @Parameter(description = UNTIL) String until,
            @Context Actor actor) {
        return statistics.breakdown(selection(division, site, from, until), word("by", By.class, by), actor);
    }

    @GET
    @Path("why")
    @Operation(summary = "依据：某个数字由哪些办件组成 The cases that a number counts")
    public Page<Counted> why(
            @QueryParam("figure") @DefaultValue("submitted") @Parameter(schema = @Schema(implementation = Figure.class))
                    String figure,
            @QueryParam("division") @Parameter(description = DIVISION) String division,
            @QueryParam("site") String site,
            @QueryParam("mode") String mode,
            @QueryParam("matter") String matter,
            @QueryParam("from") @Parameter(description = FROM) String from,
            @QueryParam("until") @Parameter(description = UNTIL) String until,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return statistics.why(
                selection(division, site, from, until),
                word("figure", Figure.class, figure),
                mode,
                matter,
                new PageRequest(after, limit),
                actor);
    }

    @GET
    @Path("export")
    @Produces(XLSX)
    @Operation(summary = "导出为 xlsx All of it as a workbook")
    @ApiResponse(
            responseCode = "200",
            description = "工作簿 the workbook",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    public Response export(
            @QueryParam("division") @Parameter(description = DIVISION) String division,
            @QueryParam("site") String site,
            @QueryParam("from") @Parameter(description = FROM) String from,
            @QueryParam("until") @Parameter(description = UNTIL) String until,
            @Context Actor actor) {
        Selection selection = selection(division, site, from, until);
        Summary summary = statistics.summary(selection, actor);
        String name = "statistics-" + (summary.site() == null ? summary.division() : summary.site()) + "-"
                + summary.from() + "-" + summary.until() + ".xlsx";
        String chinese = TEXTS.get("book.name").zh() + "-" + summary.name() + "-" + summary.from() + "-"
                + summary.until() + ".xlsx";
        StreamingOutput book = out -> new StatisticsBook(statistics, selection, summary, actor).write(out);
        return Response.ok(book, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "\"; filename*=UTF-8''"
                                + URLEncoder.encode(chinese, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .build();
    }

    @POST
    @Path("rebuild")
    @Operation(summary = "从日志重新统计 Count anew from the beginning of the journal")
    @ApiResponse(
            responseCode = "202",
            description = "已开始 begun",
            content = @Content(schema = @Schema(implementation = Rebuild.class)))
    public Response rebuild(@Context Actor actor) {
        return Response.accepted(statistics.rebuild(actor)).build();
    }

    @GET
    @Path("rebuild")
    @Operation(summary = "重新统计的进度 How counting anew stands on this node")
    public Rebuild rebuilding(@Context Actor actor) {
        return statistics.rebuilding(Duration.ZERO, actor);
    }

    private static Selection selection(String division, String site, String from, String until) {
        return new Selection(
                Given.word(division), Given.word(site), Given.day("from", from, null), Given.day("until", until, null));
    }

    /** A constant by its name in whatever case, with {@code -} or {@code _}. */
    private static <E extends Enum<E>> E word(String field, Class<E> type, String given) {
        E[] all = type.getEnumConstants();
        String name = given.strip().replace('-', '_');
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        field,
                        TEXTS.get(
                                "word.unknown",
                                given,
                                String.join(
                                        " ", Arrays.stream(all).map(Sums::word).toList()))));
    }
}
