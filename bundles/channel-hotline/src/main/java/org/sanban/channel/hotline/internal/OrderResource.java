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
import java.time.LocalDate;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Progress;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Work orders of 12345 over REST: {@code /api/v1/hotline-orders}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "hotline-orders", description = "12345 工单 Work orders of 12345")
public final class OrderResource implements RestResource {
    private final Orders orders;
    private final Appointments appointments;
    private final Refused refused;

    @Activate
    public OrderResource(@Reference Orders orders, @Reference Appointments appointments, @Reference Refused refused) {
        this.orders = orders;
        this.appointments = appointments;
        this.refused = refused;
    }

    @Override
    public String path() {
        return "hotline-orders";
    }

    /** An order, as JSON. */
    @Schema(name = "HotlineOrderInput", description = "来单 An order that comes in")
    public record OrderInput(
            @Schema(description = "12345 中心的工单编号，重复推送时不变 the centre's own number, the same for a repeated request")
                    String number,
            @Schema(implementation = Kind.class, description = "咨询、求助、投诉、举报、建议、预约、查询 what it is about") String kind,
            @Schema(description = "诉求内容 what the caller says", maxLength = 4000) String text,
            @Schema(description = "来电人 who called") String callerName,
            @Schema(description = "回访电话 where to call back") String callerPhone,
            @Schema(description = "区划，不填为账号所在 12-digit code of the division") String division,
            @Schema(description = "服务场所 code of the site") String site,
            @Schema(description = "事项编码 code of the matter") String matter,
            @Schema(description = "办件编号 number of the case") String caseNumber,
            @Schema(description = "预约的服务方式 service mode of an appointment", example = "onsite") String mode,
            @Schema(description = "希望的时间 when the caller would like to be served") Instant wishedAt,
            @Schema(description = "地点 where it is") String address,
            @Schema(description = "中心规定的期限，优先于本地时限 last day that the centre sets") LocalDate dueOn) {}

    /** A step, as JSON. */
    @Schema(
            name = "HotlineOrderStep",
            description = "步骤 A step: assign, return, answer, extend, call-back, close, resend")
    public record StepInput(
            @Schema(example = "answer") String action,
            @Schema(description = "所见的版本 the version that was seen") int version,
            @Schema(description = "派给谁 login of who is to answer") String assignee,
            @Schema(description = "答复、理由、回访记录 the answer, why, what was said") String text,
            @Schema(description = "延期的工作日数 working days of an extension") Integer days,
            @Schema(description = "是否联系上 whether the caller was reached") Boolean reached) {}

    @POST
    @Operation(
            summary = "来单 Take an order in",
            description = "编号相同、内容相同的重复推送返回第一次的结果。 The same order under the same number is taken once.")
    @ApiResponse(
            responseCode = "201",
            description = "已收单 taken",
            content = @Content(schema = @Schema(implementation = Order.class)))
    public Response take(OrderInput input, @Context Actor actor) {
        OrderInput in = Given.body(input);
        Orders.Taken taken = orders.take(
                new Intake(
                        in.number(),
                        Given.choice(Kind.class, "kind", in.kind()),
                        in.text(),
                        in.callerName(),
                        in.callerPhone(),
                        in.division(),
                        in.site(),
                        in.matter(),
                        in.caseNumber(),
                        in.mode(),
                        in.wishedAt(),
                        in.dueOn(),
                        new Intake.Place(in.address(), null, null, null)),
                actor);
        Response.ResponseBuilder answer = taken.repeated()
                ? Response.ok()
                : Response.created(URI.create(Long.toString(taken.order().id())));
        return answer.entity(taken.order()).build();
    }

    @GET
    @Operation(summary = "工单列表 Orders the caller may see, newest first")
    public Page<Order> list(
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = State.class)) String state,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = Kind.class)) String kind,
            @QueryParam("number") @Parameter(description = "完整编号 the whole number") String number,
            @QueryParam("overdue") @Parameter(description = "只看超期未答复的 only late ones") boolean overdue,
            @QueryParam("mine") @Parameter(description = "只看派给我的 only those assigned to me") boolean mine,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return orders.list(
                new Orders.Query(
                        Given.word(division),
                        Given.choice(State.class, "state", state),
                        Given.choice(Kind.class, "kind", kind),
                        Given.word(number),
                        overdue,
                        mine),
                new PageRequest(after, limit),
                actor);
    }

    @GET
    @Path("refused")
    @Operation(summary = "12345 中心拒收的 Orders of which the centre refused to be told something, and why")
    public Page<Order> refused(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return refused.list(new PageRequest(after, limit), actor);
    }

    @POST
    @Path("resend")
    @Operation(summary = "重新推送全部拒收的 Send everything again that the centre refused")
    public Map<String, Integer> resend(@Context Actor actor) {
        return Map.of("resent", refused.resend(actor));
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Operation(summary = "查看工单 Read an order with what was done")
    public Order get(@PathParam("id") long id, @Context Actor actor) {
        return orders.get(id, actor);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/steps")
    @Operation(summary = "派单、退回、答复、延期、回访、办结、重新推送 Do a step")
    public Order step(@PathParam("id") long id, StepInput input, @Context Actor actor) {
        StepInput in = Given.body(input);
        return orders.step(
                id,
                new Step(in.action(), in.version(), Given.word(in.assignee()), in.text(), in.days(), in.reached()),
                actor);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/case")
    @Operation(
            summary = "由预约工单登记办件 Make a case of an appointment",
            description = "只登记一次，重复请求返回同一办件。 Once; repeated, it answers the same case.")
    public Appointments.Made make(
            @PathParam("id") long id, AppointmentResource.AppointmentInput input, @Context Actor actor) {
        return appointments.make(id, Given.body(input).wish(), actor);
    }

    @GET
    @Path("{id: [0-9]{1,18}}/case")
    @Operation(summary = "工单所涉办件的进度 How far the case of an order is")
    public Progress progress(@PathParam("id") long id, @Context Actor actor) {
        return appointments.progress(id, actor);
    }
}
