// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Agents over REST: {@code /api/v1/agents}. For staff and systems, since an agent is known by a login. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "agents", description = "帮代办人员 Agents who help and act for citizens")
public final class AgentResource implements RestResource {
    private static final String[] READERS = {
        Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT, Role.SUPERVISOR, Role.SYSTEM
    };

    private final RegistryService registry;

    @Activate
    public AgentResource(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String path() {
        return "agents";
    }

    /** An agent, as JSON; the login stands in the path. */
    @Schema(name = "AgentInput", description = "帮代办人员 An agent; the login stands in the path")
    public record AgentInput(
            @Schema(description = "类别：专员、联络员、镇代办员、村代办员 part of the team") Agent.Kind kind,
            @Schema(example = "李代办（示例）") String name,
            @Schema(description = "所在单位 where the person works", example = "城关镇便民服务中心") String unit,
            @Schema(description = "服务区域（网格）的行政区划代码，含下级 divisions served, each with its subtree") Set<String> areas,
            @Schema(description = "可否转办，默认可以 whether cases may be handed over, by default yes") Boolean active) {
        Agent agent(String account) {
            Set<String> given = Stream.ofNullable(areas)
                    .flatMap(Set::stream)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return new Agent(account, kind, name, unit, given, active == null || active);
        }
    }

    @GET
    @Operation(summary = "帮代办人员列表 Agents who serve a division, by login")
    public Page<Agent> find(
            @QueryParam("division")
                    @Parameter(description = "需要服务的行政区划，默认为本辖区 where service is wanted, by default your own")
                    String division,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = Agent.Kind.class)) String kind,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        actor.require(READERS);
        return registry.agents(
                Given.word(division) == null ? actor.division() : Given.word(division),
                Given.choice(Agent.Kind.class, "kind", kind),
                new PageRequest(after, limit));
    }

    @GET
    @Path("{account}")
    @Operation(summary = "查看帮代办人员 Read an agent")
    public Agent get(
            @PathParam("account") @Parameter(example = "chengguan-agent") String account, @Context Actor actor) {
        actor.require(READERS);
        return registry.agent(account);
    }

    @PUT
    @Path("{account}")
    @Operation(summary = "登记或修改帮代办人员 Create or replace an agent")
    public Agent put(@PathParam("account") String account, AgentInput input, @Context Actor actor) {
        return registry.save(Given.body(input).agent(account), actor);
    }
}
