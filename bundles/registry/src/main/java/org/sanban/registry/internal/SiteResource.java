// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
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
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;
import org.sanban.api.web.Given;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Sites with their windows and staff over REST: {@code /api/v1/sites}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sites", description = "服务场所 Halls, centres, stations and mobile points")
public final class SiteResource implements RestResource {
    private final RegistryService registry;

    @Activate
    public SiteResource(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String path() {
        return "sites";
    }

    /** A site, as JSON; its code stands in the path. */
    @Schema(name = "SiteInput", description = "服务场所 A site; its code stands in the path")
    public record SiteInput(
            Site.Kind kind,
            @Schema(example = "城关镇便民服务中心") String name,
            String address,
            @Schema(description = "服务电话 service telephone") String phone,
            @Schema(description = "是否示例 whether it is a sample") boolean sample) {}

    /** A window, as JSON. */
    @Schema(name = "WindowInput", description = "窗口 A window")
    public record WindowInput(@Schema(example = "综合窗口") String name) {}

    /** A staff member, as JSON. */
    @Schema(name = "StaffInput", description = "工作人员 A staff member")
    public record StaffInput(
            String name,
            @Schema(description = "岗位 post", example = "综合窗口A岗") String post,
            @Schema(description = "登录名 login of the account") String account,
            @Schema(description = "窗口号 number of the window") Integer window) {}

    @GET
    @Public
    @Operation(summary = "服务场所列表 Sites of a division and below, by code")
    public Page<Site> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = Site.Kind.class)) String kind,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return registry.sites(
                Given.word(division), Given.choice(Site.Kind.class, "kind", kind), new PageRequest(after, limit));
    }

    @GET
    @Path("{code}")
    @Public
    @Operation(summary = "查看服务场所 Read a site")
    public Site get(@PathParam("code") @Parameter(example = "610926100000-01") String code) {
        return registry.site(code);
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "登记或修改服务场所 Create or replace a site")
    public Site put(@PathParam("code") String code, SiteInput input, @Context Actor actor) {
        SiteInput in = Given.body(input);
        String division = code.replaceFirst("-[^-]*$", "");
        return registry.save(
                new Site(code, division, in.kind(), in.name(), in.address(), in.phone(), in.sample()), actor);
    }

    @GET
    @Path("{code}/windows")
    @Public
    @Operation(summary = "窗口 Windows of a site")
    public List<Window> windows(@PathParam("code") String code) {
        return registry.windows(code);
    }

    @PUT
    @Path("{code}/windows/{number: [0-9]{1,9}}")
    @Operation(summary = "登记或修改窗口 Create or replace a window")
    public Window put(
            @PathParam("code") String code, @PathParam("number") int number, WindowInput input, @Context Actor actor) {
        return registry.save(new Window(code, number, Given.body(input).name()), actor);
    }

    @GET
    @Path("{code}/staff")
    @Operation(summary = "工作人员 Staff of a site")
    public Page<Staff> staff(
            @PathParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return registry.staff(code, new PageRequest(after, limit), actor);
    }

    @POST
    @Path("{code}/staff")
    @Operation(summary = "登记工作人员 Add a staff member")
    public Staff add(@PathParam("code") String code, StaffInput input, @Context Actor actor) {
        return put(code, 0, input, actor);
    }

    @PUT
    @Path("{code}/staff/{id: [0-9]{1,18}}")
    @Operation(summary = "修改工作人员 Replace a staff member")
    public Staff put(@PathParam("code") String code, @PathParam("id") long id, StaffInput input, @Context Actor actor) {
        StaffInput in = Given.body(input);
        return registry.save(new Staff(id, code, in.name(), in.post(), in.account(), in.window()), actor);
    }
}
