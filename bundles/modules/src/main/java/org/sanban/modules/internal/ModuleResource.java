// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.modules.Module;
import org.sanban.api.modules.ModuleService;
import org.sanban.api.web.RestResource;

/** What the platform is made of: {@code /api/v1/modules}. Installing is for the shell, on the machine itself. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "modules", description = "功能模块 Modules")
public final class ModuleResource implements RestResource {
    private final ModuleService modules;

    @Activate
    public ModuleResource(@Reference ModuleService modules) {
        this.modules = modules;
    }

    @Override
    public String path() {
        return "modules";
    }

    @GET
    @Operation(summary = "已安装和可安装的模块 What is installed, and what could be")
    public List<Module> modules(@Context Actor actor) {
        return modules.modules();
    }
}
