// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Desk;
import org.sanban.api.ledger.DeskService;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** The general service desk's view over REST: {@code /api/v1/desk}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk", description = "政务服务总服务台 The general service desk's one view")
public final class DeskResource implements RestResource {
    private final DeskService desks;

    @Activate
    public DeskResource(@Reference DeskService desks) {
        this.desks = desks;
    }

    @Override
    public String path() {
        return "desk";
    }

    @GET
    @Operation(
            summary = "总服务台一览 Requests at home, through agents and by post with their state, alarms, and today's plans",
            description = "更多请用 /cases?mode=… 和 /bookings 翻页。More by /cases?mode=… and /bookings.")
    public Desk get(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("limit") @DefaultValue("20") @Parameter(description = "每个列表的条数 how many of each list")
                    int limit,
            @Context Actor actor) {
        String asked = Given.word(division);
        return desks.desk(asked == null ? actor.division() : asked, limit, actor);
    }
}
