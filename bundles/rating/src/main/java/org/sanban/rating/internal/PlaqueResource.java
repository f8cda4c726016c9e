// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Plaques over REST: {@code /api/v1/star-plaques}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "star-plaques", description = "星级牌匾 Plaques of three stars and more")
public final class PlaqueResource implements RestResource {
    private final Honours honours;

    @Activate
    public PlaqueResource(@Reference Honours honours) {
        this.honours = honours;
    }

    @Override
    public String path() {
        return "star-plaques";
    }

    /** A plaque to be given; its level is that of the frozen score. */
    @Schema(name = "StarPlaqueInput", description = "授予牌匾，星级以冻结的得分为准 A plaque of the frozen level")
    public record PlaqueInput(
            @Schema(example = "610926100000-01") String site,
            @Schema(description = "已冻结的评定周期 a frozen period") String period,
            @Schema(description = "牌匾编号 number on the plaque") String number,
            @Schema(description = "授予日期，默认今天 by default today") LocalDate givenOn) {}

    /** Why a plaque is taken back. */
    @Schema(name = "StarPlaqueWithdrawal", description = "收回牌匾 Why and when a plaque is taken back")
    public record Withdrawal(
            @Schema(description = "收回日期，默认今天 by default today") LocalDate withdrawnOn, String reason) {}

    @GET
    @Operation(summary = "牌匾，新的在前 Plaques, newest first")
    public Page<Plaque> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return honours.plaques(Given.division(division, actor), new PageRequest(after, limit), actor);
    }

    @POST
    @Operation(summary = "授予牌匾 Give a plaque")
    public Plaque give(PlaqueInput input, @Context Actor actor) {
        PlaqueInput in = Given.body(input);
        return honours.give(in.site(), in.period(), in.number(), in.givenOn(), actor);
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/withdrawal")
    @Operation(summary = "收回牌匾 Take a plaque back")
    public Plaque withdraw(@PathParam("id") long id, Withdrawal input, @Context Actor actor) {
        Withdrawal in = Given.body(input);
        return honours.withdraw(id, in.withdrawnOn(), in.reason(), actor);
    }
}
