// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** Weak villages and what they are given, over REST: {@code /api/v1/support}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "support", description = "基础薄弱村帮扶 Weak villages and their support")
public final class SupportResource implements RestResource {
    private final Supports supports;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public SupportResource(@Reference Supports supports) {
        this.supports = supports;
    }

    @Override
    public String path() {
        return "support";
    }

    /** Something given, as JSON. */
    @Schema(name = "SupportInput", description = "帮扶记录 Something a village was given")
    public record SupportInput(
            @Schema(description = "村的行政区划代码 code of the village", example = "610926100211") String division,
            Support.Kind kind,
            LocalDate givenOn,
            @Schema(description = "帮扶单位 who gave it") String giver,
            @Schema(description = "内容 what it was") String what,
            @Schema(description = "金额（元），仅资金填写 yuan, of money only") BigDecimal amount,
            @Schema(description = "佐证材料附件 ids of files") List<String> files) {}

    /** Whether a village is weak, as JSON. */
    @Schema(name = "VillageInput", description = "是否基础薄弱村 Whether a village is weak")
    public record VillageInput(
            @Schema(description = "所见版本，也可用 If-Match；首次填 0 the version seen, or If-Match; 0 at first") Integer version,
            boolean weak,
            @Schema(description = "自何日起 since when") LocalDate since,
            @Schema(description = "原因 why") String reason) {}

    @GET
    @Operation(summary = "帮扶记录 What villages were given, the last entered first")
    public Page<Support> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return supports.given(own(division, actor), new PageRequest(after, limit), actor);
    }

    @POST
    @Operation(summary = "登记帮扶 Enter what a village was given")
    public Support add(SupportInput input, @Context Actor actor) {
        SupportInput in = Given.body(input);
        return supports.add(
                new Support(
                        0,
                        Given.word(in.division()),
                        in.kind(),
                        in.givenOn(),
                        in.giver(),
                        in.what(),
                        in.amount(),
                        Given.distinct(in.files()),
                        false,
                        actor.account(),
                        clock.instant()),
                actor);
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/cancellation")
    @Operation(summary = "作废记录 Withdraw a record")
    public Support cancel(@PathParam("id") long id, @Context Actor actor) {
        return supports.cancel(id, actor);
    }

    @GET
    @Path("villages")
    @Operation(summary = "基础薄弱村 Weak villages, by code, with what they were given and what is lacking")
    public Page<Supports.Weak> villages(
            @QueryParam("division") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return supports.weak(own(division, actor), new PageRequest(after, limit), actor);
    }

    @GET
    @Path("villages/{division}")
    @Operation(summary = "一个村是否基础薄弱村 Whether a village is weak")
    public Response village(@PathParam("division") String division, @Context Actor actor) {
        return answer(supports.village(division, actor));
    }

    @PUT
    @Path("villages/{division}")
    @Operation(summary = "认定或取消基础薄弱村 Say whether a village is weak")
    @ApiResponse(
            responseCode = "200",
            description = "已登记 written",
            content = @Content(schema = @Schema(implementation = Village.class)))
    public Response put(
            @PathParam("division") String division,
            VillageInput input,
            @HeaderParam("If-Match") @Parameter(description = "所见版本 the version seen: \"3\"") String match,
            @Context Actor actor) {
        VillageInput in = Given.body(input);
        int version = Given.version(in.version(), match, null);
        return answer(supports.save(new Village(division, version, in.weak(), in.since(), in.reason()), actor));
    }

    private static Response answer(Village village) {
        return Response.ok(village)
                .tag(new EntityTag(Integer.toString(village.version())))
                .build();
    }

    private static String own(String division, Actor actor) {
        return Given.word(division) == null ? actor.division() : Given.word(division);
    }
}
