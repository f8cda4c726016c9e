// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Divisions over REST: {@code /api/v1/divisions}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "divisions", description = "行政区划 Administrative divisions")
public final class DivisionResource implements RestResource {
    private final RegistryService registry;

    @Activate
    public DivisionResource(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String path() {
        return "divisions";
    }

    @GET
    @Operation(summary = "下级行政区划 Divisions directly below another, by code")
    public Page<Division> find(
            @QueryParam("parent")
                    @Parameter(description = "上级代码，空为最上级 code above, empty for the topmost", example = "610926000000")
                    String parent,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return registry.divisions(parent == null || parent.isBlank() ? null : parent, new PageRequest(after, limit));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "查看行政区划 Read a division")
    public Division get(@PathParam("code") @Parameter(example = "610926100000") String code) {
        return registry.division(code);
    }
}
