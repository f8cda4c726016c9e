// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
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
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.RestResource;

/** Accounts: {@code /api/v1/accounts}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accounts", description = "账号 Accounts")
public final class AccountResource implements RestResource {
    private static final Texts TEXTS = Texts.of(AccountResource.class);

    private final IdentityService identity;

    @Activate
    public AccountResource(@Reference IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public String path() {
        return "accounts";
    }

    /** An account to be made or changed; the password is looked at only when it is made. */
    @Schema(name = "AccountInput", description = "要建立或修改的账号 An account to be made or changed")
    public record AccountInput(
            @Schema(description = "账号，修改时以路径为准 login; the path's counts when changing") String login,
            @Schema(description = "姓名 name") String name,
            @Schema(description = "角色 roles") Set<String> roles,
            @Schema(description = "行政区划 division", example = "610926100000") String division,
            @Schema(description = "是否启用 may log in") Boolean active,
            @Schema(description = "初始密码 first password", format = "password") String password) {
        Account account(String login) {
            Set<String> held = roles == null
                    ? Set.of()
                    : roles.stream().map(role -> role == null ? "" : role).collect(Collectors.toSet());
            return new Account(login, name, held, division, active == null || active);
        }
    }

    /** A password to be set. */
    @Schema(name = "PasswordInput", description = "新密码 A new password")
    public record PasswordInput(@Schema(format = "password") String password) {}

    @GET
    @Operation(summary = "账号列表 List accounts")
    public Page<Account> accounts(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return identity.accounts(new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{login}")
    @Operation(summary = "查看账号 Read an account")
    public Account account(@PathParam("login") String login, @Context Actor actor) {
        return identity.account(login, actor);
    }

    @POST
    @Operation(summary = "建立账号 Make an account")
    @ApiResponse(
            responseCode = "201",
            description = "已建立 made",
            content = @Content(schema = @Schema(implementation = Account.class)))
    public Response create(AccountInput input, @Context Actor actor) {
        AccountInput in = body(input);
        Account made = identity.create(in.account(in.login()), in.password(), actor);
        return Response.created(URI.create(made.login())).entity(made).build();
    }

    @PUT
    @Path("{login}")
    @Operation(summary = "修改或停用账号 Change an account or switch it off")
    public Account update(@PathParam("login") String login, AccountInput input, @Context Actor actor) {
        return identity.update(body(input).account(login), actor);
    }

    @PUT
    @Path("{login}/password")
    @Operation(summary = "设置密码 Set a password")
    @ApiResponse(responseCode = "204", description = "已设置 set")
    public void password(@PathParam("login") String login, PasswordInput input, @Context Actor actor) {
        identity.setPassword(login, body(input).password(), actor);
    }

    private static <T> T body(T input) {
        if (input == null) {
            throw Problem.invalid("", TEXTS.get("body.required"));
        }
        return input;
    }
}
