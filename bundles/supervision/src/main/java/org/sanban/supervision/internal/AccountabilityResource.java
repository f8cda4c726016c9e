// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.supervision.Cause;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Accountability over REST: {@code /api/v1/accountability}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "accountability", description = "责任追究 Who was held accountable")
public final class AccountabilityResource implements RestResource {
    private final Accountabilities accountabilities;

    @Activate
    public AccountabilityResource(@Reference Accountabilities accountabilities) {
        this.accountabilities = accountabilities;
    }

    @Override
    public String path() {
        return "accountability";
    }

    /** A record, as JSON. */
    @Schema(name = "AccountabilityInput", description = "责任追究 What an authority decided about somebody")
    public record AccountabilityInput(
            @Schema(description = "行政区划，可由通报带出 may be left to the notice") String division,
            @Schema(description = "姓名和职务 name and post") String person,
            @Schema(description = "登录名 login of the account") String account,
            Cause cause,
            @Schema(description = "追究方式，按决定原文 what was decided, in its own words") String measure,
            @Schema(description = "决定机关 who decided") String authority,
            @Schema(description = "文号 number of the decision") String reference,
            LocalDate decidedOn,
            @Schema(description = "通报编号 id of the notice it followed") Long notice,
            String text) {}

    /** Why a record is taken back, as JSON. */
    @Schema(name = "RevocationInput", description = "撤销理由 Why a record is taken back")
    public record RevocationInput(String reason) {}

    @GET
    @Operation(summary = "责任追究记录，最新在前 Records, newest first")
    public Page<Accountability> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return accountabilities.list(division, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "查看责任追究记录 Read a record")
    public Accountability get(@PathParam("id") long id, @Context Actor actor) {
        return accountabilities.get(id, actor);
    }

    @POST
    @Operation(summary = "登记责任追究 Record that somebody was held accountable")
    @ApiResponse(
            responseCode = "201",
            description = "已登记 recorded",
            content = @Content(schema = @Schema(implementation = Accountability.class)))
    public Response record(AccountabilityInput input, @Context Actor actor) {
        AccountabilityInput in = Given.body(input);
        Accountability recorded = accountabilities.record(
                new Accountabilities.Draft(
                        in.division(),
                        in.person(),
                        Given.word(in.account()),
                        in.cause(),
                        in.measure(),
                        in.authority(),
                        Given.word(in.reference()),
                        in.decidedOn(),
                        in.notice(),
                        Given.word(in.text())),
                actor);
        return Response.created(URI.create(Long.toString(recorded.id())))
                .entity(recorded)
                .build();
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/revocation")
    @Operation(summary = "撤销，记录和理由保留 Take a record back; it stays, with the reason")
    public Accountability revoke(@PathParam("id") long id, RevocationInput input, @Context Actor actor) {
        return accountabilities.revoke(id, Given.body(input).reason(), actor);
    }
}
