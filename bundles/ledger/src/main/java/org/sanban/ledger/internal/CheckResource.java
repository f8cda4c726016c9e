// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
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
import org.sanban.api.ledger.Check;
import org.sanban.api.ledger.LedgerService;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Site;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** How sites stand against what is asked of them, over REST: {@code /api/v1/checks}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "checks", description = "场所核查（八有一能、六有） What is asked of sites, and what is missing")
public final class CheckResource implements RestResource {
    private final LedgerService ledgers;

    @Activate
    public CheckResource(@Reference LedgerService ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public String path() {
        return "checks";
    }

    /** How a site stands, in short. */
    @Schema(name = "SiteStanding", description = "场所核查结果 How a site stands: what is missing, why, and what to do next")
    public record SiteStanding(
            String site,
            String name,
            Site.Kind kind,
            @Schema(description = "适用标准 八有一能 or 六有") Text standard,
            @Schema(description = "已达到的项数 checks of the standard that hold") int holding,
            @Schema(description = "标准的项数 checks of the standard") int of,
            List<Check> missing,
            @Schema(description = "是否示例 whether it is a sample") boolean sample) {
        static SiteStanding of(SiteCheck check) {
            Site site = check.site();
            return new SiteStanding(
                    site.code(),
                    site.name(),
                    site.kind(),
                    check.standard(),
                    check.holding(),
                    check.of(),
                    check.missing(),
                    site.sample());
        }
    }

    @GET
    @Operation(summary = "各场所核查结果 How the sites of a division stand, by code, with what is missing")
    public Page<SiteStanding> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("missing") @Parameter(description = "只看有缺项的 only those that lack something") boolean missing,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        String wanted = Given.word(division) == null ? actor.division() : Given.word(division);
        return ledgers.checks(wanted, missing, new PageRequest(after, limit), actor)
                .map(SiteStanding::of);
    }

    @GET
    @Path("{site}")
    @Operation(summary = "一个场所的全部核查项 Every check of a site, with the facts it rests on")
    public SiteCheck get(@PathParam("site") @Parameter(example = "610926100000-01") String site, @Context Actor actor) {
        return ledgers.check(site, actor);
    }
}
