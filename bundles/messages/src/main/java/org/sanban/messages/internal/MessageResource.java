// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.MessageService;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.RestResource;

/** Messages over REST: {@code /api/v1/messages}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "messages", description = "消息通知 What people are told, and what came of it")
public final class MessageResource implements RestResource {
    private static final Texts TEXTS = Texts.of(MessageResource.class);
    private static final String ID = "{id: [0-9]{1,18}}";

    private final Messages messages;
    private final MessageService service;

    @Activate
    public MessageResource(@Reference Messages messages, @Reference MessageService service) {
        this.messages = messages;
        this.service = service;
    }

    @Override
    public String path() {
        return "messages";
    }

    /** What came of a call, as JSON. */
    @Schema(name = "MessageCalled", description = "电话结果 What came of a call")
    public record Called(
            @Schema(description = "是否已告知 whether the person was told") boolean reached,
            @Schema(description = "说明，未接通时必填 a note; needed when nobody was reached") String note) {}

    /** Which case, as JSON. */
    @Schema(name = "BindingRequest", description = "为办件申请人生成绑定码 Whose address is to be bound")
    public record Wanted(@Schema(description = "办件编号 the case's number") String number) {}

    /** A code, as JSON. */
    @Schema(name = "BindingCode", description = "绑定码，一次有效 A code by which an address is bound, good once")
    public record Code(String code) {}

    @GET
    @Operation(summary = "消息列表 Messages, newest first; with number, those of a case, oldest first")
    public Page<Messages.Line> list(
            @QueryParam("number") @Parameter(description = "办件编号 number of a case") String number,
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("state") State state,
            @QueryParam("channel") String channel,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        PageRequest page = new PageRequest(after, limit);
        return number == null
                ? messages.list(division, state, channel, page, actor)
                : new Page<>(messages.of(number, actor), null);
    }

    @GET
    @Path("calls")
    @Operation(summary = "人工电话名单 Messages that a person has to bring")
    public Page<Messages.Line> calls(
            @QueryParam("division") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return messages.list(division, State.CALL, null, new PageRequest(after, limit), actor);
    }

    @GET
    @Path(ID + "/call")
    @Operation(summary = "电话告知的对象和号码 Whom to call")
    public Messages.Call call(@PathParam("id") long id, @Context Actor actor) {
        return messages.call(id, actor);
    }

    @POST
    @Path(ID + "/called")
    @Operation(summary = "登记电话结果 Note what came of a call")
    public Messages.Line called(@PathParam("id") long id, Called input, @Context Actor actor) {
        Called given = body(input);
        return messages.called(id, given.reached(), given.note(), actor);
    }

    @POST
    @Path(ID + "/resend")
    @Operation(summary = "重发一条 Send one again")
    public Messages.Line resend(@PathParam("id") long id, @Context Actor actor) {
        return messages.resend(id, actor);
    }

    @POST
    @Path("resend")
    @Operation(summary = "重发某渠道全部失败的消息 Send everything again that failed through a channel")
    public Map<String, Integer> resendAll(@QueryParam("channel") String channel, @Context Actor actor) {
        if (channel == null || channel.isBlank()) {
            throw Problem.invalid("channel", TEXTS.get("channel"));
        }
        return Map.of("resent", messages.resend(channel, actor));
    }

    @POST
    @Path("codes")
    @Operation(summary = "生成绑定码 Make a code by which an applicant binds an address")
    public Code code(Wanted input, @Context Actor actor) {
        String number = body(input).number();
        if (number == null) {
            throw Problem.invalid("number", TEXTS.get("number"));
        }
        return new Code(service.code(number, actor));
    }

    private static <T> T body(T input) {
        if (input == null) {
            throw Problem.invalid("", TEXTS.get("body"));
        }
        return input;
    }
}
