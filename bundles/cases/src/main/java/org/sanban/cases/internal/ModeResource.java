// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Workflow;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** The service modes that are installed, with their workflows and forms: {@code /api/v1/modes}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "modes", description = "服务方式 Service modes")
public final class ModeResource implements RestResource {
    private final CaseService cases;

    @Activate
    public ModeResource(@Reference CaseService cases) {
        this.cases = cases;
    }

    @Override
    public String path() {
        return "modes";
    }

    @GET
    @Operation(summary = "已安装的服务方式 Installed service modes")
    public List<Workflow> modes() {
        return cases.modes();
    }

    @GET
    @Path("{mode}/workflows/{version}")
    @Operation(summary = "某一版本的流程 A workflow by version")
    public Workflow workflow(@PathParam("mode") String mode, @PathParam("version") int version) {
        return cases.workflow(mode, version);
    }
}
