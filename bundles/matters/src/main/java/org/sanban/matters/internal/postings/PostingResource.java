// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
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
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.web.RestResource;

/** What is published where, and what hangs on which notice board, over REST: {@code /api/v1/postings}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "postings",
        description = "办事指南对外发布、公开栏张贴记录 Where guides are published or hang, and whether they are still in force")
public final class PostingResource implements RestResource {
    private static final Texts TEXTS = Texts.of(PostingResource.class);

    private static final String PLACE = "渠道，或场所编码（公开栏） channel, or code of a site for its notice board";

    private final PostingService postings;
    private final RegistryService registry;

    @Activate
    public PostingResource(@Reference PostingService postings, @Reference RegistryService registry) {
        this.postings = postings;
        this.registry = registry;
    }

    @Override
    public String path() {
        return "postings";
    }

    /** What was published; channel and matter stand in the path. */
    @Schema(name = "PostingInput", description = "发布记录 What was published; channel and matter stand in the path")
    public record PostingInput(
            @Schema(description = "所发布指南的版本 version of the guide that was published", example = "1") Integer version,
            @Schema(
                            description = "网址、编号或张贴位置 where it is found: an address, the number of an article, which"
                                    + " board of the hall",
                            example = "大厅公开栏")
                    String reference) {}

    @GET
    @Operation(summary = "某渠道已发布、某场所已张贴的指南 What is published in a channel or hangs at a site, by matter")
    public Page<Posting> find(
            @QueryParam("channel") @Parameter(description = PLACE, example = "douyin", required = true) String channel,
            @QueryParam("outdated") @Parameter(description = "只看已过时的：已有新版或事项已撤回 only what is not the guide in force")
                    boolean outdated,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return postings.postings(channel, outdated, new PageRequest(after, limit));
    }

    @GET
    @Path("boards/{site}")
    @Operation(
            summary = "公开栏是否齐全、现行 What hangs at a site, what of it is outdated, and what is missing",
            description = "按场所所在地执行的清单核对：大厅和便民服务中心为窗口进驻和帮代办清单，村（社区）站点为帮代办清单。Held"
                    + " against the lists that the site's division follows.")
    public NoticeBoard board(
            @PathParam("site") @Parameter(example = "610926100000-01") String site, @Context Actor actor) {
        return postings.board(registry.site(site));
    }

    @PUT
    @Path("{channel}/{matter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "登记已发布或已张贴 Record that a guide was published, or hangs on a notice board",
            description = "重复登记同一版不产生新记录；旧版不会取代新版的记录。The record of an older version gives way; that of a"
                    + " newer one stays.")
    public Posting post(
            @PathParam("channel") @Parameter(description = PLACE, example = "douyin") String channel,
            @PathParam("matter") @Parameter(description = "事项编码 code of the matter") String matter,
            PostingInput input,
            @Context Actor actor) {
        if (input == null || input.version() == null) {
            throw Problem.invalid("version", TEXTS.get("version"));
        }
        return postings.post(matter, input.version(), channel, input.reference(), actor);
    }

    @POST
    @Path("{channel}/{matter}/withdrawal")
    @Operation(summary = "登记已下架或已取下 Record that a guide is no longer published, or was taken down")
    @ApiResponse(responseCode = "204", description = "已登记 recorded")
    public void withdraw(
            @PathParam("channel") @Parameter(description = PLACE) String channel,
            @PathParam("matter") String matter,
            @Context Actor actor) {
        postings.withdraw(matter, channel, actor);
    }
}
