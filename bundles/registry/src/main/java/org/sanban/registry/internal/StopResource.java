// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;
import org.sanban.api.web.Given;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Stops of mobile points over REST: {@code /api/v1/stops}. The public sees what is published and not over. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "stops", description = "流动代办点停靠安排 When and where mobile points serve")
public final class StopResource implements RestResource {
    private final RegistryService registry;

    @Activate
    public StopResource(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String path() {
        return "stops";
    }

    /** A stop, as JSON. */
    @Schema(name = "StopInput", description = "停靠 A stop")
    public record StopInput(
            @Schema(description = "流动代办点编码 code of the mobile point", example = "610926100000-02") String site,
            @Schema(example = "龙头村村委会院内") String place,
            Instant from,
            Instant to,
            @Schema(description = "提示 what the public should know") String note,
            @Schema(description = "是否公布 whether the public is told") boolean published) {
        Stop stop(long id) {
            return new Stop(id, site, place, from, to, note, published, false);
        }
    }

    @GET
    @Public
    @Operation(summary = "已公布的停靠安排 Published stops by their beginning; without \"from\", those not over")
    public Page<Stop> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("site") @Parameter(description = "流动代办点编码 code of a mobile point") String site,
            @QueryParam("from") @Parameter(description = "此时尚未结束 not over then, ISO 8601") String from,
            @QueryParam("to") @Parameter(description = "此前开始 beginning before, ISO 8601") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return stops(division, site, from, to, true, new PageRequest(after, limit));
    }

    @GET
    @Path("planned")
    @Operation(summary = "全部停靠安排，含未公布的 All stops, those that are not published too")
    public Page<Stop> planned(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("site") String site,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT, Role.SUPERVISOR);
        String wanted = Given.word(division) == null ? actor.division() : Given.word(division);
        RegistryManager.sees(wanted, actor);
        return stops(wanted, site, from, to, false, new PageRequest(after, limit));
    }

    @POST
    @Operation(summary = "安排停靠 Plan a stop")
    public Stop add(StopInput input, @Context Actor actor) {
        return registry.save(Given.body(input).stop(0), actor);
    }

    @PUT
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "修改停靠安排 Change a stop")
    public Stop put(@PathParam("id") long id, StopInput input, @Context Actor actor) {
        return registry.save(Given.body(input).stop(id), actor);
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/cancellation")
    @Operation(summary = "取消停靠 Call a stop off")
    public Stop cancel(@PathParam("id") long id, @Context Actor actor) {
        return registry.cancel(id, actor);
    }

    private Page<Stop> stops(
            String division, String site, String from, String to, boolean published, PageRequest page) {
        Instant begin = Given.moment("from", from, null);
        return registry.stops(
                new StopQuery(
                        Given.word(division),
                        Given.word(site),
                        begin == null ? Instant.now() : begin,
                        Given.moment("to", to, null),
                        published),
                page);
    }
}
