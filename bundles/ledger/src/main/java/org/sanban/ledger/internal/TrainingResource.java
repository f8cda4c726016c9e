// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Trainings over REST: {@code /api/v1/trainings}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "trainings", description = "业务培训 Trainings and their yearly quota")
public final class TrainingResource implements RestResource {
    private final Trainings trainings;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public TrainingResource(@Reference Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public String path() {
        return "trainings";
    }

    /** A training, as JSON. */
    @Schema(name = "TrainingInput", description = "培训 A training")
    public record TrainingInput(
            @Schema(description = "举办地：县或镇 county or town that held it", example = "610926100000") String division,
            @Schema(example = "城关镇便民服务中心") String organiser,
            LocalDate heldOn,
            Set<Training.Topic> topics,
            @Schema(description = "参训的镇、村代码 towns and villages whose staff were there") Set<String> attended,
            @Schema(description = "参训人数 how many people") int people,
            String note,
            @Schema(description = "佐证材料附件 ids of files") List<String> files) {}

    @GET
    @Operation(summary = "培训记录 Trainings, the last entered first")
    public Page<Training> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return trainings.trainings(own(division, actor), new PageRequest(after, limit), actor);
    }

    @POST
    @Operation(summary = "登记培训 Enter a training")
    public Training add(TrainingInput input, @Context Actor actor) {
        return trainings.add(record(0, 0, input, actor), actor);
    }

    @PUT
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "更正记录，更正前的内容保留 Correct a record; what it said before is kept")
    public Training correct(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Parameter(description = "所见版本 the version seen: \"3\"") String match,
            TrainingInput input,
            @Context Actor actor) {
        return trainings.correct(record(id, Given.version(null, match, null), input, actor), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}/corrections")
    @Operation(summary = "更正经过 What a record said before each correction, who changed it and when")
    public List<TrainingCorrection> corrections(@PathParam("id") long id, @Context Actor actor) {
        return trainings.corrections(id, actor);
    }

    private Training record(long id, int version, TrainingInput input, Actor actor) {
        TrainingInput in = Given.body(input);
        return new Training(
                id,
                version,
                Given.word(in.division()),
                in.organiser(),
                in.heldOn(),
                Given.set(in.topics()),
                Given.set(in.attended()),
                in.people(),
                Given.word(in.note()),
                Given.distinct(in.files()),
                false,
                actor.account(),
                clock.instant());
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/cancellation")
    @Operation(summary = "作废记录 Withdraw a record")
    public Training cancel(@PathParam("id") long id, @Context Actor actor) {
        return trainings.cancel(id, actor);
    }

    @GET
    @Path("years")
    @Operation(summary = "年度培训完成情况 How a division, or each town of a county, stands with a year")
    public List<Trainings.Year> years(
            @QueryParam("division") String division,
            @QueryParam("year") @Parameter(description = "默认今年 by default this year") Integer year,
            @Context Actor actor) {
        return trainings.years(
                own(division, actor), year == null ? Moments.today(clock).getYear() : Given.year(year), actor);
    }

    private static String own(String division, Actor actor) {
        return Given.word(division) == null ? actor.division() : Given.word(division);
    }
}
