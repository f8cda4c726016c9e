// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
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
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.rating.Score;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Rating periods over REST: {@code /api/v1/star-periods}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "star-periods", description = "星级评定周期 Periods of the star rating")
public final class PeriodResource implements RestResource {
    private static final String ID = "{id: [0-9A-Za-z-]{1,20}}";

    private final Periods periods;

    @Activate
    public PeriodResource(@Reference Periods periods) {
        this.periods = periods;
    }

    @Override
    public String path() {
        return "star-periods";
    }

    /** A period, as JSON; its key stands in the path. */
    @Schema(name = "StarPeriodInput", description = "评定周期 A rating period")
    public record PeriodInput(
            @Schema(example = "2026年下半年") String name,
            @Schema(description = "起始日 first day") LocalDate from,
            @Schema(description = "截止日 last day") LocalDate until) {}

    @GET
    @Operation(summary = "评定周期，由近及远 Rating periods, newest first")
    public List<RatingPeriod> all() {
        return periods.all();
    }

    @PUT
    @Path(ID)
    @Operation(summary = "设定评定周期 Create or change a period that is not frozen")
    public RatingPeriod put(@PathParam("id") String id, PeriodInput input, @Context Actor actor) {
        PeriodInput in = Given.body(input);
        return periods.save(new RatingPeriod(id, in.name(), in.from(), in.until(), null, null), actor);
    }

    @POST
    @Path(ID + "/freezing")
    @Operation(summary = "冻结得分，不可撤销 Freeze all scores for good")
    public RatingPeriod freeze(
            @PathParam("id") String id,
            @QueryParam("incomplete")
                    @Parameter(description = "有未安装的指标或未录入的考核分也冻结 although criteria or panel points are missing")
                    boolean incomplete,
            @Context Actor actor) {
        return periods.freeze(id, incomplete, actor);
    }

    @GET
    @Path(ID + "/scores")
    @Operation(summary = "已冻结的得分 Frozen scores by site")
    public Page<Score> frozen(
            @PathParam("id") String id,
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return periods.frozen(id, Given.division(division, actor), new PageRequest(after, limit), actor);
    }

    @GET
    @Path(ID + "/verification")
    @Operation(summary = "按冻结的依据重新计算并核对 Compute a frozen period again from what was frozen")
    public Periods.Verification verify(@PathParam("id") String id, @Context Actor actor) {
        return periods.verify(id, actor);
    }
}
