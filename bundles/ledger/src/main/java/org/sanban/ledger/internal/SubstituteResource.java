// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import javax.ws.rs.Consumes;
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
import org.sanban.api.ledger.Gap;
import org.sanban.api.ledger.LedgerService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Opening hours ahead without a substitute, over REST: {@code /api/v1/substitutes}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "substitutes", description = "AB岗缺岗预警 Opening hours ahead in which a post stands empty or alone")
public final class SubstituteResource implements RestResource {
    /** Two weeks. */
    private static final int AHEAD = 13;

    private final LedgerService ledgers;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public SubstituteResource(@Reference LedgerService ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public String path() {
        return "substitutes";
    }

    @GET
    @Operation(summary = "缺岗和无人替岗的时段 Hours in which posts stand empty or alone, by site and post")
    public Page<Gap> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("from") @Parameter(description = "第一天，默认今天 first day, by default today", example = "2026-11-26")
                    String from,
            @QueryParam("until") @Parameter(description = "最后一天，默认此后两周 last day, by default two weeks on") String until,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = Gap.Kind.class)) String kind,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        LocalDate first = Given.day("from", from, Moments.today(clock));
        return ledgers.gaps(
                Given.word(division) == null ? actor.division() : Given.word(division),
                Given.choice(Gap.Kind.class, "kind", kind),
                first,
                Given.day("until", until, first.plusDays(AHEAD)),
                new PageRequest(after, limit),
                actor);
    }
}
