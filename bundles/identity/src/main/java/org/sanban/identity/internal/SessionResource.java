// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Session;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Logging in: {@code /api/v1/sessions}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sessions", description = "登录 Logging in")
public final class SessionResource implements RestResource {
    private static final Texts TEXTS = Texts.of(SessionResource.class);

    private final IdentityService identity;

    @Activate
    public SessionResource(@Reference IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public String path() {
        return "sessions";
    }

    /** A login with its password. */
    @Schema(name = "Login", description = "账号和密码 A login with its password")
    public record LoginInput(
            @Schema(description = "账号 login", example = "chengguan-clerk") String login,
            @Schema(description = "密码 password", format = "password") String password) {}

    @POST
    @Public
    @Operation(summary = "登录，取得令牌 Log in and get a token")
    @ApiResponse(
            responseCode = "201",
            description = "已登录 logged in",
            content = @Content(schema = @Schema(implementation = Session.class)))
    public Response login(LoginInput input) {
        if (input == null || input.login() == null || input.password() == null) {
            throw Problem.invalid("login", TEXTS.get("login.required"));
        }
        return Response.status(Response.Status.CREATED)
                .entity(identity.login(input.login().strip(), input.password()))
                .build();
    }

    @GET
    @Path("current")
    @Operation(summary = "当前账号 The account behind the token")
    public Account current(@Context Actor actor) {
        return identity.account(actor.account(), actor);
    }
}
