// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
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

/** Who will be away, over REST: {@code /api/v1/leaves}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "leaves", description = "请假和外出安排 Who will be away")
public final class LeaveResource implements RestResource {
    private final Posts posts;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LeaveResource(@Reference Posts posts) {
        this.posts = posts;
    }

    @Override
    public String path() {
        return "leaves";
    }

    /** A leave, as JSON. */
    @Schema(name = "LeaveInput", description = "请假或外出 A leave")
    public record LeaveInput(
            @Schema(example = "610926100000-01") String site,
            @Schema(description = "工作人员编号 number of the staff member") long staff,
            Instant from,
            Instant until,
            @Schema(description = "是否紧急（如病假），紧急的不因缺岗被拒 urgent: taken although a post stands empty") boolean urgent,
            @Schema(example = "年休假") String reason) {}

    @GET
    @Operation(summary = "未结束的请假和外出 Leaves that are not over")
    public Page<Leave> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("from") @Parameter(description = "这一天尚未结束，默认今天 not over on this day, by default today")
                    String from,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return posts.leaves(
                Given.word(division) == null ? actor.division() : Given.word(division),
                Given.day("from", from, Moments.today(clock)),
                new PageRequest(after, limit),
                actor);
    }

    @POST
    @Operation(summary = "登记请假或外出 Enter a leave")
    public Leave add(LeaveInput input, @Context Actor actor) {
        LeaveInput in = Given.body(input);
        return posts.add(
                new Leave(
                        0,
                        Given.word(in.site()),
                        in.staff(),
                        in.from(),
                        in.until(),
                        in.urgent(),
                        Given.word(in.reason()),
                        false),
                actor);
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/cancellation")
    @Operation(summary = "销假 Take a leave back")
    public Leave cancel(@PathParam("id") long id, @Context Actor actor) {
        return posts.cancel(id, actor);
    }
}
