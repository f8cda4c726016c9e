// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;
import org.sanban.api.web.RestResource;

/** The package for a device: {@code /api/v1/mobile/package}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mobile", description = "流动代办点 Mobile points")
public final class PackResource implements RestResource {
    private final MatterService matters;
    private final RegistryService registry;
    private final MobileSettings settings;

    @Activate
    public PackResource(
            @Reference MatterService matters, @Reference RegistryService registry, @Reference MobileSettings settings) {
        this.matters = matters;
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public String path() {
        return "mobile";
    }

    @GET
    @Path("package")
    @Operation(summary = "离线包：停靠、事项、指南、表单 What a device needs to take cases without a network")
    @ApiResponse(
            responseCode = "200",
            description = "离线包 the package",
            content = @Content(schema = @Schema(implementation = Pack.class)))
    @ApiResponse(responseCode = "304", description = "未变化 unchanged since If-None-Match")
    public Response pack(
            @QueryParam("point")
                    @Parameter(description = "流动代办点编码 code of the mobile point", example = "610926100000-02")
                    String point,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) String language,
            @Context Request request,
            @Context Actor actor) {
        Pack pack = pack(point, Instant.now(), actor);
        EntityTag tag = new EntityTag(digest(pack + String.valueOf(language)));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(pack) : unchanged)
                .tag(tag)
                .header("Vary", "Accept-Language")
                .build();
    }

    Pack pack(String code, Instant now, Actor actor) {
        actor.require(Role.AGENT, Role.CLERK);
        if (code == null || code.isBlank()) {
            throw Problem.invalid("point", MobileWorkflow.WORDING.get("check.which"));
        }
        Site point = registry.site(code.strip());
        if (!actor.sees(point.division())) {
            throw Problem.forbidden(MobileWorkflow.WORDING.get("check.foreign", point.name(), actor.account()));
        }
        if (point.kind() != Site.Kind.MOBILE) {
            throw Problem.invalid("point", MobileWorkflow.WORDING.get("check.point", point.name()));
        }
        Scope scope = matters.scope(MobileMode.ID, point.division());
        return new Pack(
                point,
                registry.division(point.division()).name(),
                stops(point, now),
                (int) settings.grace().toMinutes(),
                MobileWorkflow.WORKFLOW.application(),
                new Offer(matters, registry).of(point, settings.matters(), now),
                scope == null ? null : scope.rules(),
                settings.validHours(),
                settings.numbers());
    }

    private List<Stop> stops(Site point, Instant now) {
        StopQuery query =
                new StopQuery(null, point.code(), now.minus(settings.grace()), now.plus(settings.ahead()), true);
        List<Stop> stops = new ArrayList<>();
        String after = null;
        do {
            Page<Stop> page = registry.stops(query, new PageRequest(after, PageRequest.MAX));
            page.items().stream().filter(stop -> !stop.cancelled()).forEach(stops::add);
            after = page.next();
        } while (after != null);
        return stops;
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
