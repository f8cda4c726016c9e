// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Vehicle;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Vehicles over REST: {@code /api/v1/vehicles}. For those who are logged in. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "vehicles", description = "上门服务车辆 Vehicles that visits are made with")
public final class VehicleResource implements RestResource {
    private final RegistryService registry;

    @Activate
    public VehicleResource(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String path() {
        return "vehicles";
    }

    /** A vehicle, as JSON; its code stands in the path. */
    @Schema(name = "VehicleInput", description = "车辆 A vehicle; its code stands in the path")
    public record VehicleInput(
            @Schema(description = "所属行政区划 division it belongs to", example = "610926100000") String division,
            @Schema(example = "城关镇服务车（示例）") String name,
            @Schema(description = "可否预约，默认可以 whether it can be booked, by default yes") Boolean active) {}

    @GET
    @Operation(summary = "车辆列表 Vehicles of a division and below, by code")
    public Page<Vehicle> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return registry.vehicles(
                Given.word(division) == null ? actor.division() : Given.word(division), new PageRequest(after, limit));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "查看车辆 Read a vehicle")
    public Vehicle get(@PathParam("code") @Parameter(example = "CG-01") String code) {
        return registry.vehicle(code);
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "登记或修改车辆 Create or replace a vehicle")
    public Vehicle put(@PathParam("code") String code, VehicleInput input, @Context Actor actor) {
        VehicleInput in = Given.body(input);
        boolean active = in.active() == null || in.active();
        return registry.save(new Vehicle(code, in.division(), in.name(), active), actor);
    }
}
