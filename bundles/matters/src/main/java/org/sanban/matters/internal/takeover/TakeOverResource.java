// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
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
import org.sanban.api.matters.TakeOver;
import org.sanban.api.matters.TakeOverQuery;
import org.sanban.api.matters.TakeOverService;
import org.sanban.api.matters.TakeOverStep;
import org.sanban.api.matters.TakeOverSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.RestResource;

/** What towns have taken over, over REST: {@code /api/v1/takeovers}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "takeovers", description = "各镇承接事项情况（放得下、接得住） How far towns have taken over the matters of their lists")
public final class TakeOverResource implements RestResource {
    private static final Texts TEXTS = Texts.of(TakeOverResource.class);

    private final TakeOverService takeOvers;
    private final TakeOverSettings settings;

    @Activate
    public TakeOverResource(@Reference TakeOverService takeOvers, @Reference TakeOverSettings settings) {
        this.takeOvers = takeOvers;
        this.settings = settings;
    }

    @Override
    public String path() {
        return "takeovers";
    }

    /** How far a town is now; town and matter stand in the path. */
    @Schema(name = "TakeOverInput", description = "承接情况 How far a town is; town and matter stand in the path")
    public record TakeOverInput(
            @Schema(description = "状态 state") TakeOver.State state,
            @Schema(description = "自何日起 since when", example = "2026-11-02") LocalDate since,
            @Schema(description = "佐证说明 what shows it: a training, an exam, cases handled") String note,
            @Schema(description = "所见版本 the version that was seen, 0 for none", example = "0") Integer version) {}

    /** How the department guides a town. */
    @Schema(name = "GuidanceInput", description = "部门指导意见 How the department guides the town")
    public record GuidanceInput(
            String guidance,
            @Schema(description = "所见版本 the version that was seen, 0 for none", example = "0") Integer version) {}

    /** Towns in numbers, and which lists were counted. */
    @Schema(name = "TakeOverSummaries", description = "各镇承接数 Towns in numbers, and which lists were counted")
    public record Summaries(
            @Schema(description = "计入的清单 modes whose lists count") List<String> lists,
            @Schema(description = "依据 who says so") String source,
            List<TakeOverSummary> items,
            String next) {}

    @GET
    @Operation(summary = "逐镇逐项 By town and matter")
    public Page<TakeOver> find(
            @QueryParam("division") @Parameter(description = "镇或县，默认为本辖区 by default your own", example = "610926100000")
                    String division,
            @QueryParam("state") @Parameter(description = "只看此状态 only these", example = "training") String state,
            @QueryParam("behind") @Parameter(description = "只看尚未接住的 only those neither ready nor taken over")
                    boolean behind,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return takeOvers.takeOvers(
                new TakeOverQuery(own(division, actor), state(state), behind), new PageRequest(after, limit), actor);
    }

    @GET
    @Path("summary")
    @Operation(summary = "各镇承接数 Each town in numbers")
    public Summaries summary(
            @QueryParam("division") @Parameter(description = "镇或县，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        Page<TakeOverSummary> page = takeOvers.summary(own(division, actor), new PageRequest(after, limit), actor);
        return new Summaries(settings.lists(), settings.source(), page.items(), page.next());
    }

    @GET
    @Path("{division}/{matter}")
    @Operation(summary = "一镇一事项 One")
    public TakeOver get(
            @PathParam("division") @Parameter(example = "610926100000") String division,
            @PathParam("matter") String matter,
            @Context Actor actor) {
        return takeOvers.takeOver(division, matter, actor);
    }

    @GET
    @Path("{division}/{matter}/history")
    @Operation(summary = "历次记录 All that was written down, oldest first")
    public List<TakeOverStep> history(
            @PathParam("division") String division, @PathParam("matter") String matter, @Context Actor actor) {
        return takeOvers.history(division, matter, actor);
    }

    @PUT
    @Path("{division}/{matter}")
    @Operation(summary = "登记承接情况 Write down how far the town is")
    public TakeOver move(
            @PathParam("division") String division,
            @PathParam("matter") String matter,
            TakeOverInput input,
            @Context Actor actor) {
        int version = version(input == null ? null : input.version());
        return takeOvers.move(
                division, matter, new TakeOver.Move(input.state(), input.since(), input.note(), version), actor);
    }

    @PUT
    @Path("{division}/{matter}/guidance")
    @Operation(summary = "登记部门指导意见 Write down how the department guides the town")
    public TakeOver guide(
            @PathParam("division") String division,
            @PathParam("matter") String matter,
            GuidanceInput input,
            @Context Actor actor) {
        int version = version(input == null ? null : input.version());
        return takeOvers.guide(division, matter, input.guidance(), version, actor);
    }

    private static int version(Integer version) {
        if (version == null) {
            throw Problem.invalid("version", TEXTS.get("version"));
        }
        return version;
    }

    private static String own(String division, Actor actor) {
        return division == null || division.isBlank() ? actor.division() : division;
    }

    private static TakeOver.State state(String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(TakeOver.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "state",
                        TEXTS.get(
                                "state.unknown",
                                word,
                                Arrays.stream(TakeOver.State.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(" ")))));
    }
}
