// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;
import org.sanban.rating.internal.PointTable.Band;

/** Point tables over REST: {@code /api/v1/star-tables}. Whoever is logged in may read what is asked of a site. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "star-tables", description = "星级评定评分表 Point tables of the star rating")
public final class TableResource implements RestResource {
    private static final String ID = "{id: [a-z0-9-]{1,40}}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Tables tables;

    @Activate
    public TableResource(@Reference Tables tables) {
        this.tables = tables;
    }

    @Override
    public String path() {
        return "star-tables";
    }

    /** A criterion that tables may name. */
    @Schema(name = "StarCriterionName", description = "可由系统计算的指标 A criterion that is installed")
    public record CriterionName(
            @Schema(example = "evaluation.satisfaction") String id, Text name, StarCriterion.Unit unit) {}

    /** A table to be published, as JSON; its key stands in the path. */
    @Schema(name = "StarTableInput", description = "要发布的评分表 A point table to be published")
    public record TableInput(
            @Schema(example = "平利县星级评定评分表（以县里印发的为准）") String name,
            @Schema(description = "来源 where it comes from") String source,
            @Schema(description = "是否示例 whether it is a sample") boolean sample,
            @Schema(description = "施行之日 first day in force") LocalDate from,
            @Schema(description = "失效之日，可不填 last day, may be left out") LocalDate until,
            @Schema(description = "适用场所类型 kinds of site it rates") Set<Site.Kind> kinds,
            @Schema(description = "各星级起点，满分 100 where each level begins, of a hundred") List<Band> bands,
            @Schema(description = "恰在分界的得分归高一级还是低一级 which level a score on a border gets") PointTable.Edge edge,
            @Schema(description = "未计分的项：移出基数 OUT，或计零分 ZERO what becomes of a line that is not scored")
                    PointTable.Unscored unscored,
            @Schema(description = "至少计分多少（%）才定级 percent that must be scored to tell a level") BigDecimal least,
            List<PointTable.Line> lines) {
        PointTable table(String id) {
            return new PointTable(
                    id,
                    0,
                    name,
                    source,
                    sample,
                    from,
                    until,
                    kinds,
                    bands,
                    edge == null ? PointTable.Edge.HIGHER : edge,
                    unscored == null ? PointTable.Unscored.OUT : unscored,
                    least == null ? BigDecimal.ZERO : least,
                    lines,
                    null,
                    null);
        }
    }

    @GET
    @Operation(summary = "评分表（各表最新一版） The newest version of each table")
    public List<PointTable> all() {
        return tables.all();
    }

    @GET
    @Path("criteria")
    @Operation(summary = "可由系统计算的指标 Criteria that are installed")
    public List<CriterionName> criteria() {
        return tables.criteria().stream()
                .map(criterion -> new CriterionName(criterion.id(), criterion.name(), criterion.unit()))
                .toList();
    }

    @GET
    @Path(ID)
    @Operation(summary = "评分表最新一版 The newest version of a table")
    public PointTable newest(@PathParam("id") String id) {
        return tables.newest(id);
    }

    @GET
    @Path(ID + "/versions/{version: [0-9]{1,9}}")
    @Operation(summary = "评分表某一版 One version of a table")
    public PointTable version(@PathParam("id") String id, @PathParam("version") int version) {
        return tables.version(id, version);
    }

    @PUT
    @Path(ID)
    @Operation(summary = "发布评分表新版 Publish a table as its next version")
    public PointTable publish(@PathParam("id") String id, TableInput input, @Context Actor actor) {
        return tables.publish(Given.body(input).table(id), actor);
    }

    @POST
    @Path(ID + "/imports")
    @Consumes({"text/csv", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "检查或导入评分表（xlsx、csv） Check a table file, and publish it with apply=true")
    public TableReport load(
            InputStream content,
            @PathParam("id") String id,
            @QueryParam("file") @Parameter(description = "文件名 name of the file") String file,
            @QueryParam("name")
                    @Parameter(description = "以下各项不填则同上一版 what follows is as in the last version when left out")
                    String name,
            @QueryParam("source") @Parameter(description = "来源 where it comes from") String source,
            @QueryParam("sample") @Parameter(description = "是否示例 whether it is a sample") boolean sample,
            @QueryParam("from") @Parameter(description = "施行之日 first day, as 2026-01-01") String from,
            @QueryParam("until") @Parameter(description = "失效之日 last day") String until,
            @QueryParam("kinds") @Parameter(description = "适用场所类型，逗号分隔 kinds of site, by commas") String kinds,
            @QueryParam("three") @Parameter(description = "三星起点 where three stars begin") BigDecimal three,
            @QueryParam("four") @Parameter(description = "四星起点 where four stars begin") BigDecimal four,
            @QueryParam("five") @Parameter(description = "五星起点 where five stars begin") BigDecimal five,
            @QueryParam("edge") @Parameter(schema = @Schema(implementation = PointTable.Edge.class)) String edge,
            @QueryParam("unscored") @Parameter(schema = @Schema(implementation = PointTable.Unscored.class))
                    String unscored,
            @QueryParam("least") BigDecimal least,
            @QueryParam("apply") @Parameter(description = "是否发布，否则只检查 publish, or only check") boolean apply,
            @Context Actor actor) {
        PointTable given = new PointTable(
                id,
                0,
                Given.word(name),
                Given.word(source),
                sample,
                Given.day("from", from, null),
                Given.day("until", until, null),
                kinds(kinds),
                bands(three, four, five),
                Given.choice(PointTable.Edge.class, "edge", edge),
                Given.choice(PointTable.Unscored.class, "unscored", unscored),
                least,
                List.of(),
                null,
                null);
        return tables.load(content, Given.word(file), given, apply, actor);
    }

    private static Set<Site.Kind> kinds(String kinds) {
        return Given.word(kinds) == null
                ? Set.of()
                : Arrays.stream(kinds.split("[,，]"))
                        .map(kind -> Given.choice(Site.Kind.class, "kinds", kind))
                        .filter(kind -> kind != null)
                        .collect(Collectors.toSet());
    }

    private static List<Band> bands(BigDecimal three, BigDecimal four, BigDecimal five) {
        return three == null && four == null && five == null
                ? List.of()
                : Stream.of(new Band(Level.THREE, three), new Band(Level.FOUR, four), new Band(Level.FIVE, five))
                        .toList();
    }
}
