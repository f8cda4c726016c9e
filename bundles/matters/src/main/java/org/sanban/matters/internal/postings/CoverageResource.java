// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

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
import org.sanban.api.matters.Coverage;
import org.sanban.api.matters.CoverageService;
import org.sanban.api.matters.CoverageSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.RestResource;

/** The matrix of matters and channels, over REST: {@code /api/v1/coverage}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "事项与渠道对照（抖音可查、微信可知、电话可约） Through which channels matters are reached")
public final class CoverageResource implements RestResource {
    private final CoverageService coverage;

    @Activate
    public CoverageResource(@Reference CoverageService coverage) {
        this.coverage = coverage;
    }

    @Override
    public String path() {
        return "coverage";
    }

    @GET
    @Operation(summary = "逐项对照 Matters in force by code, channel by channel, with what to do next")
    public Page<Coverage> find(
            @QueryParam("missing")
                    @Parameter(description = "只看此渠道尚未覆盖的 only those not reached through it", example = "douyin")
                    String missing,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return coverage.coverage(missing == null || missing.isBlank() ? null : missing, new PageRequest(after, limit));
    }

    @GET
    @Path("summary")
    @Operation(summary = "各渠道覆盖数 The whole in numbers; they may be ten seconds old")
    public CoverageSummary summary(@Context Actor actor) {
        return coverage.summary();
    }
}
