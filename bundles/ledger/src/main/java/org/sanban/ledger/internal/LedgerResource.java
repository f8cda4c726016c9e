// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
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
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Ledgers of sites over REST: {@code /api/v1/ledgers}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "ledgers", description = "场所台账 Ledgers of sites: facilities, evidence, posts")
public final class LedgerResource implements RestResource {
    private static final String PDF = "application/pdf";

    private final Ledgers ledgers;
    private final Posts posts;
    private final LedgerPapers papers;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LedgerResource(@Reference Ledgers ledgers, @Reference Posts posts, @Reference LedgerPapers papers) {
        this.ledgers = ledgers;
        this.posts = posts;
        this.papers = papers;
    }

    @Override
    public String path() {
        return "ledgers";
    }

    /** A ledger, as JSON; the site's code stands in the path. */
    @Schema(name = "LedgerInput", description = "场所台账 What is written down of a site")
    public record LedgerInput(
            @Schema(description = "所见版本，也可用 If-Match；首次填 0 the version seen, or If-Match; 0 at first") Integer version,
            @Schema(description = "大厅面积（平方米） square metres", example = "86.5") BigDecimal area,
            @Schema(description = "工位数 work places") Integer workplaces,
            @Schema(description = "是否一站式大厅 whether it is a one-stop hall") Boolean oneStop,
            @Schema(description = "使用何处场地 whose rooms") Ledger.Premises premises,
            Set<Ledger.Area> areas,
            @Schema(description = "自助设备功能 what its devices do") Set<Ledger.SelfService> selfService,
            List<Ledger.Equipment> equipment,
            @Schema(description = "工作日开放时间 opening hours on working days", example = "[\"08:30-12:00\"]")
                    List<String> workdayHours,
            @Schema(description = "休息日开放时间 on rest days") List<String> restDayHours,
            @Schema(description = "责任人 who answers for it") Ledger.Responsible responsible,
            @Schema(description = "工作人员情况 staff with what R62–R64 ask") List<Ledger.Member> members,
            @Schema(description = "实地排查日期 when it was looked at") LocalDate surveyedOn,
            @Schema(description = "排查人 who looked") String surveyor,
            String note) {}

    /** Evidence, as JSON. */
    @Schema(name = "EvidenceInput", description = "现场核查记录，照片先上传为附件 What was seen; photographs are uploaded first")
    public record EvidenceInput(
            Evidence.Item item,
            @Schema(description = "是否具备 whether it was there") boolean there,
            @Schema(description = "核查日期 when") LocalDate seenOn,
            @Schema(description = "核查人 who looked") String inspector,
            String note,
            @Schema(description = "照片附件 ids of photographs") List<String> photos) {}

    /** A post, as JSON. */
    @Schema(name = "PostInput", description = "岗位及AB岗 A post with holder and substitute")
    public record PostInput(
            @Schema(description = "所见版本，也可用 If-Match，修改时必填 the version seen, for a change") Integer version,
            @Schema(example = "综合窗口岗") String name,
            @Schema(description = "A岗工作人员编号 number of the holder") Long holder,
            @Schema(description = "B岗工作人员编号 number of the substitute") Long substitute,
            @Schema(description = "是否在设，默认是 whether it is to be manned, by default yes") Boolean active) {
        Post post(long id, int version, String site) {
            return new Post(id, version, site, name, holder, substitute, active == null || active);
        }
    }

    @GET
    @Path("{site}")
    @Operation(summary = "查看场所台账 A site's ledger; version 0 while nothing is written down")
    @ApiResponse(
            responseCode = "200",
            description = "台账 the ledger",
            content = @Content(schema = @Schema(implementation = Ledger.class)))
    public Response get(@PathParam("site") @Parameter(example = "610926100000-01") String site, @Context Actor actor) {
        return answer(ledgers.get(site, actor));
    }

    @PUT
    @Path("{site}")
    @Operation(summary = "登记或修改场所台账 Write a site's ledger")
    @ApiResponse(
            responseCode = "200",
            description = "已登记 written",
            content = @Content(schema = @Schema(implementation = Ledger.class)))
    public Response put(
            @PathParam("site") String site,
            LedgerInput input,
            @HeaderParam("If-Match") @Parameter(description = "所见版本 the version seen: \"3\"") String match,
            @Context Actor actor) {
        LedgerInput in = Given.body(input);
        Ledger ledger = new Ledger(
                site,
                Given.version(in.version(), match, null),
                in.area(),
                in.workplaces(),
                in.oneStop(),
                in.premises(),
                Given.set(in.areas()),
                Given.set(in.selfService()),
                Given.distinct(in.equipment()),
                Given.distinct(in.workdayHours()),
                Given.distinct(in.restDayHours()),
                in.responsible(),
                Given.distinct(in.members()),
                in.surveyedOn(),
                Given.word(in.surveyor()),
                Given.word(in.note()),
                null,
                null);
        return answer(ledgers.save(ledger, actor));
    }

    @GET
    @Path("{site}/evidence")
    @Operation(summary = "现场核查记录 Evidence of a site, the last entered first")
    public Page<Evidence> evidence(
            @PathParam("site") String site,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return ledgers.evidence(site, new PageRequest(after, limit), actor);
    }

    @POST
    @Path("{site}/evidence")
    @Operation(summary = "登记现场核查 Enter what was seen")
    public Evidence add(@PathParam("site") String site, EvidenceInput input, @Context Actor actor) {
        EvidenceInput in = Given.body(input);
        return ledgers.add(
                new Evidence(
                        0,
                        site,
                        in.item(),
                        in.there(),
                        in.seenOn(),
                        in.inspector(),
                        Given.word(in.note()),
                        Given.distinct(in.photos()),
                        actor.account(),
                        clock.instant()),
                actor);
    }

    @GET
    @Path("{site}/posts")
    @Operation(summary = "岗位和AB岗 Posts of a site with holder and substitute")
    public List<Post> posts(@PathParam("site") String site, @Context Actor actor) {
        return posts.of(site, actor);
    }

    @POST
    @Path("{site}/posts")
    @Operation(summary = "设岗 Create a post")
    public Post add(@PathParam("site") String site, PostInput input, @Context Actor actor) {
        return posts.save(Given.body(input).post(0, 0, site), actor);
    }

    @PUT
    @Path("{site}/posts/{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "修改岗位 Replace a post")
    public Post put(
            @PathParam("site") String site,
            @PathParam("id") long id,
            PostInput input,
            @HeaderParam("If-Match") @Parameter(description = "所见版本 the version seen: \"3\"") String match,
            @Context Actor actor) {
        PostInput in = Given.body(input);
        return posts.save(in.post(id, Given.version(in.version(), match, null), site), actor);
    }

    @GET
    @Path("{site}/paper")
    @Produces(PDF)
    @Operation(summary = "打印台账（一页 PDF） The ledger as a paper of one page")
    @ApiResponse(
            responseCode = "200",
            description = "台账 the ledger",
            content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    public Response paper(@PathParam("site") String site, @Context Actor actor) throws IOException {
        return Response.ok(papers.print(site, actor), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name(site) + ".pdf\"")
                .build();
    }

    @GET
    @Path("export")
    @Produces(LedgerPapers.XLSX)
    @Operation(summary = "导出台账（xlsx） Ledgers of a division and below as a spreadsheet")
    @ApiResponse(
            responseCode = "200",
            description = "台账 the ledgers",
            content = @Content(mediaType = LedgerPapers.XLSX, schema = @Schema(type = "string", format = "binary")))
    public Response export(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @Context Actor actor) {
        String wanted = Given.word(division) == null ? actor.division() : Given.word(division);
        StreamingOutput book = papers.book(wanted, actor)::write;
        return Response.ok(book, LedgerPapers.XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledgers-" + name(wanted) + ".xlsx\"")
                .build();
    }

    private static Response answer(Ledger ledger) {
        return Response.ok(ledger)
                .tag(new EntityTag(Integer.toString(ledger.version())))
                .build();
    }

    private static String name(String code) {
        return code.replaceAll("[^A-Za-z0-9-]", "_");
    }
}
