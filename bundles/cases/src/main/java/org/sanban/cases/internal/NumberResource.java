// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.sanban.api.cases.NumberService;
import org.sanban.api.cases.ReservedNumber;
import org.sanban.api.cases.ReservedNumber.State;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Case numbers set apart over REST: {@code /api/v1/numbers}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "numbers", description = "预留的办件编号 Case numbers set apart")
public final class NumberResource implements RestResource {
    private final NumberService numbers;

    @Activate
    public NumberResource(@Reference NumberService numbers) {
        this.numbers = numbers;
    }

    @Override
    public String path() {
        return "numbers";
    }

    /** How many numbers to set apart. */
    @Schema(name = "Reserve", description = "预留几个编号 How many numbers to set apart")
    public record ReserveInput(@Schema(example = "20") int count) {}

    /** Why a number is given up. */
    @Schema(name = "GiveUp", description = "作废原因 Why a number is given up")
    public record GiveUpInput(String reason) {}

    @POST
    @Operation(summary = "预留编号，离线收件时使用 Set numbers apart for cases taken without a network")
    @ApiResponse(
            responseCode = "201",
            description = "已预留 set apart",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = ReservedNumber.class))))
    public Response reserve(ReserveInput input, @Context Actor actor) {
        int count = Given.body(input).count();
        return Response.status(Response.Status.CREATED)
                .entity(numbers.reserve(count, actor))
                .build();
    }

    @GET
    @Operation(summary = "预留编号的去向 What became of numbers, newest first")
    public Page<ReservedNumber> find(
            @QueryParam("state") @Parameter(schema = @Schema(implementation = State.class)) String state,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return numbers.find(Given.choice(State.class, "state", state), new PageRequest(after, limit), actor);
    }

    @GET
    @Path("{number}")
    @Operation(summary = "一个编号的去向 What became of a number")
    public ReservedNumber number(@PathParam("number") String number, @Context Actor actor) {
        return numbers.number(number, actor);
    }

    @POST
    @Path("{number}/give-up")
    @Operation(summary = "作废编号 Give a number up that no case will be submitted under")
    public ReservedNumber giveUp(@PathParam("number") String number, GiveUpInput input, @Context Actor actor) {
        return numbers.giveUp(number, Given.body(input).reason(), actor);
    }
}
