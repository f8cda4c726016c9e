// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Progress;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** How a case stands, for its applicant, without a login: {@code /api/v1/progress}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "progress", description = "进度查询 How a case stands")
public final class ProgressResource implements RestResource {
    private final CaseService cases;

    @Activate
    public ProgressResource(@Reference CaseService cases) {
        this.cases = cases;
    }

    @Override
    public String path() {
        return "progress";
    }

    @GET
    @Path("{number}")
    @Operation(summary = "按办件编号和手机尾号查询进度 Follow a case by number and phone ending")
    public Progress follow(
            @PathParam("number") String number,
            @QueryParam("phone") @Parameter(description = "电话后四位 last four digits of the phone") String phone) {
        return cases.follow(number, phone);
    }
}
