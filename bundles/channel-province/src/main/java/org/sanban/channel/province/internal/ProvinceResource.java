// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.RestResource;

/** The exchange with the provincial platform over REST: {@code /api/v1/province}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "province", description = "省级平台对接 Exchange with the provincial platform")
public final class ProvinceResource implements RestResource {
    private static final Texts TEXTS = Texts.of(ProvinceResource.class);
    private static final int LONGEST = 1 << 20;

    private final Province province;
    private final Intake intake;

    @Activate
    public ProvinceResource(@Reference Province province, @Reference Intake intake) {
        this.province = province;
        this.intake = intake;
    }

    @Override
    public String path() {
        return "province";
    }

    @POST
    @Path("applications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "接收省级平台的申请（一次提交），平台签名 Take an application made there, signed by the platform")
    @RequestBody(content = @Content(schema = @Schema(implementation = Intake.Application.class)))
    @ApiResponse(
            responseCode = "201",
            description = "已接收 taken",
            content = @Content(schema = @Schema(implementation = Intake.Taken.class)))
    public Response apply(
            @Parameter(hidden = true) InputStream body, @Context HttpHeaders headers, @Context Actor actor)
            throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw Problem.tooLarge("", LONGEST);
        }
        Intake.Taken taken = intake.take(bytes, headers::getHeaderString, actor);
        return Response.status(taken.repeated() ? 200 : 201).entity(taken).build();
    }

    @GET
    @Path("results")
    @Operation(summary = "办理结果（多端获取），按先后 Results in the order they came")
    public Page<Province.Result> results(
            @QueryParam("since") @Parameter(description = "起始时间 from when on", example = "2026-11-01T00:00:00+08:00")
                    String since,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return province.results(moment(since), new PageRequest(after, limit), actor);
    }

    @GET
    @Path("status")
    @Operation(summary = "对接状态 How the exchange stands")
    public Province.Status status(@Context Actor actor) {
        return province.status(actor);
    }

    @GET
    @Path("records")
    @Operation(summary = "交换记录，最新在前 Records, newest first")
    public Page<Province.Record> records(
            @QueryParam("state") @Parameter(schema = @Schema(implementation = State.class)) String state,
            @QueryParam("number") @Parameter(description = "办件编号 number of a case") String number,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return province.records(state(state), word(number), new PageRequest(after, limit), actor);
    }

    @POST
    @Path("records/resend")
    @Operation(summary = "重发搁置的记录 Send parked records again")
    public Map<String, Integer> resend(
            @QueryParam("number") @Parameter(description = "只重发此办件 only of this case") String number,
            @Context Actor actor) {
        return Map.of("resent", province.resend(word(number), actor));
    }

    @GET
    @Path("reconciliations")
    @Operation(summary = "对账结果，最新在前 Days that were compared, newest first")
    public Page<Books.Report> reconciliations(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return province.reconciliations(new PageRequest(after, limit), actor);
    }

    @POST
    @Path("reconciliations/{day}")
    @Operation(summary = "立即对账 Compare a day now")
    public Books.Report reconcile(@PathParam("day") String day, @Context Actor actor) {
        return province.reconcile(Moments.day(day), actor);
    }

    @GET
    @Path("reconciliations/{day}/differences")
    @Operation(summary = "对账差异 What did not agree")
    public Page<Books.Difference> differences(
            @PathParam("day") String day,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return province.differences(Moments.day(day), new PageRequest(after, limit), actor);
    }

    @POST
    @Path("reconciliations/{day}/resend")
    @Operation(summary = "重发差异记录 Send again what the other side lacks or has otherwise")
    public Map<String, Integer> mend(@PathParam("day") String day, @Context Actor actor) {
        return Map.of("resent", province.mend(Moments.day(day), actor));
    }

    private static String word(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static State state(String name) {
        if (word(name) == null) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(one -> one.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", TEXTS.get("choice", Arrays.toString(State.values()))));
    }

    private static Instant moment(String text) {
        if (word(text) == null) {
            return null;
        }
        try {
            // A + that was not written as %2B arrives as a blank.
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("since", TEXTS.get("since"));
        }
    }
}
