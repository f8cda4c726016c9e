// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Appointments by telephone over REST: {@code /api/v1/hotline-appointments}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "hotline-appointments", description = "电话预约 Appointments by telephone")
public final class AppointmentResource implements RestResource {
    private final Appointments appointments;

    @Activate
    public AppointmentResource(@Reference Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String path() {
        return "hotline-appointments";
    }

    /** What a caller wants, as JSON. */
    @Schema(
            name = "HotlineAppointmentInput",
            description = "预约内容；由工单登记时，留空的项取自工单 What a caller wants; of an order, what is left out is the order's")
    public record AppointmentInput(
            @Schema(description = "服务方式 service mode", example = "onsite") String mode,
            @Schema(description = "事项编码 code of the matter") String matter,
            @Schema(description = "服务场所 code of the site", example = "610926100000-01") String site,
            Applicant applicant,
            @Schema(description = "希望的时间 when the caller would like to be served") Instant wishedAt,
            @Schema(description = "地点 where") String place,
            @Schema(description = "该方式申请表的其他内容 all else that the mode's form asks") Map<String, Object> answers,
            @Schema(description = "内部备注 remark for the staff") String note) {
        Appointments.Wish wish() {
            return new Appointments.Wish(
                    Given.word(mode),
                    Given.word(matter),
                    Given.word(site),
                    applicant,
                    wishedAt,
                    Given.word(place),
                    answers,
                    Given.word(note));
        }
    }

    @POST
    @Operation(summary = "电话预约，当场登记办件 Make a case for who is on the telephone")
    @ApiResponse(
            responseCode = "201",
            description = "已登记 made",
            content = @Content(schema = @Schema(implementation = Appointments.Made.class)))
    public Response make(
            AppointmentInput input,
            @HeaderParam("Idempotency-Key") @Parameter(description = "幂等键，重发同一请求时不变 the same for a repeated request")
                    String key,
            @Context Actor actor) {
        Appointments.Made made = appointments.make(Given.body(input).wish(), Given.word(key), actor);
        return Response.created(URI.create("/api/v1/cases/" + made.number()))
                .entity(made)
                .build();
    }
}
