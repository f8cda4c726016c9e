// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

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
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.RestResource;

/** The supervisors' board of late cases over REST: {@code /api/v1/late-cases}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "late-cases", description = "督办件 Cases that were late in a stage")
public final class LateCaseResource implements RestResource {
    private final LateCases cases;

    @Activate
    public LateCaseResource(@Reference LateCases cases) {
        this.cases = cases;
    }

    @Override
    public String path() {
        return "late-cases";
    }

    @GET
    @Operation(summary = "督办件，最新在前；印发通报时 origin 填 cases/编号 Late cases, newest first; a notice names one as its origin")
    public Page<LateCase> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("all") @DefaultValue("false") @Parameter(description = "包括已办到下一环节的 those that went on too")
                    boolean all,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return cases.list(division, all, new PageRequest(after, limit), actor);
    }
}
