// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Subscriptions over REST: {@code /api/v1/webhooks}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks", description = "事件订阅 Subscriptions of other systems to what happens to cases")
public final class WebhookResource implements RestResource {
    private static final Texts TEXTS = Texts.of(WebhookResource.class);
    private static final String ID = "{id: [1-9][0-9]{0,17}}";

    private final Webhooks webhooks;

    @Activate
    public WebhookResource(@Reference Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public String path() {
        return "webhooks";
    }

    /** A subscription, as JSON. */
    @Schema(name = "WebhookInput", description = "订阅 A subscription; what is left out stands for all")
    public record WebhookInput(
            @Schema(description = "名称 name", example = "县大数据中心") String name,
            @Schema(description = "接收地址，https where events are sent to", example = "https://example.org/events")
                    String url,
            @Schema(description = "事件 which events") Set<JournalEntry.Kind> kinds,
            @Schema(description = "服务方式 ids of service modes") Set<String> modes,
            @Schema(description = "事项 codes of matters") Set<String> matters,
            @Schema(description = "行政区划，含下级，默认为本辖区 by default your own", example = "610926100000") String division,
            @Schema(description = "STRUCTURED（默认）或 BINARY") Format format,
            @Schema(description = "新建时：从何时起，默认现在 when made: since when, now by default") String from,
            @Schema(description = "修改时：所见版本，也可用 If-Match when changed: the version seen") Integer version) {
        Wanted wanted() {
            return new Wanted(
                    Given.word(name),
                    Given.word(url),
                    Given.set(kinds),
                    Given.set(modes),
                    Given.set(matters),
                    Given.word(division),
                    format);
        }
    }

    /** A moment, as JSON. */
    @Schema(name = "WebhookReplay", description = "重放 Since when everything is sent again")
    public record ReplayInput(
            @Schema(description = "起点，含时区 a moment with its offset", example = "2026-11-24T09:00:00+08:00")
                    String from) {}

    @POST
    @Operation(summary = "新建订阅；密钥只在此时给出 Subscribe; the secret is shown this once")
    @ApiResponse(
            responseCode = "201",
            description = "已新建 made",
            content = @Content(schema = @Schema(implementation = WebhookView.Made.class)))
    public Response create(WebhookInput input, @Context Actor actor) {
        WebhookInput in = Given.body(input);
        Subscription made = webhooks.create(in.wanted(), Given.moment("from", in.from(), Instant.now()), actor);
        return Response.created(URI.create(Long.toString(made.id())))
                .tag(tag(made))
                .entity(WebhookView.made(made))
                .build();
    }

    @GET
    @Operation(summary = "订阅列表 Subscriptions: of your division for administrators, your own for systems")
    public Page<WebhookView> list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return webhooks.list(new PageRequest(after, limit), actor).map(one -> WebhookView.of(one, null));
    }

    @GET
    @Path(ID)
    @Operation(summary = "查看订阅及投递情况 A subscription, and how delivery stands")
    @ApiResponse(
            responseCode = "200",
            description = "订阅 the subscription",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response get(@PathParam("id") long id, @Context Actor actor) {
        Subscription found = webhooks.get(id, actor);
        return answer(found, WebhookView.of(found, webhooks.standing(found)));
    }

    @PUT
    @Path(ID)
    @Operation(summary = "修改订阅 Change a subscription")
    @ApiResponse(
            responseCode = "200",
            description = "已修改 changed",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response change(
            @PathParam("id") long id,
            WebhookInput input,
            @HeaderParam("If-Match") @Parameter(description = "所见版本 the version seen: \"3\"") String match,
            @Context Actor actor) {
        WebhookInput in = Given.body(input);
        Subscription changed = webhooks.change(id, Given.version(in.version(), match, null), in.wanted(), actor);
        return answer(changed, WebhookView.of(changed, null));
    }

    @POST
    @Path(ID + "/pause")
    @Operation(summary = "暂停 Pause")
    public WebhookView pause(@PathParam("id") long id, @Context Actor actor) {
        return WebhookView.of(webhooks.pause(id, actor), null);
    }

    @POST
    @Path(ID + "/resume")
    @Operation(summary = "恢复，从暂停处继续 Resume where it was paused")
    public WebhookView resume(@PathParam("id") long id, @Context Actor actor) {
        return WebhookView.of(webhooks.resume(id, actor), null);
    }

    @POST
    @Path(ID + "/replay")
    @Operation(summary = "从某一时刻重放 Send everything again from a moment on, under the same ids")
    public WebhookView replay(@PathParam("id") long id, ReplayInput input, @Context Actor actor) {
        Instant from = Given.moment("from", Given.body(input).from(), null);
        if (from == null) {
            throw Problem.invalid("from", TEXTS.get("moment"));
        }
        return WebhookView.of(webhooks.replay(id, from, actor), null);
    }

    @POST
    @Path(ID + "/secret")
    @Operation(summary = "更换密钥；旧密钥在一段时间内仍同时签名 Replace the secret; the old one signs on for a while")
    public WebhookView.Made replaceSecret(@PathParam("id") long id, @Context Actor actor) {
        return WebhookView.made(webhooks.replaceSecret(id, actor));
    }

    @POST
    @Path(ID + "/test")
    @Operation(summary = "立即发送一个测试事件 Send a test event now, and tell what came back")
    public WebhookView.Tested test(@PathParam("id") long id, @Context Actor actor) {
        return WebhookView.tested(webhooks.test(id, actor));
    }

    @GET
    @Path(ID + "/deliveries")
    @Operation(summary = "最近的投递，最新在前 The last attempts, latest first")
    public List<WebhookView.Attempted> deliveries(@PathParam("id") long id, @Context Actor actor) {
        return webhooks.attempts(id, actor).stream().map(WebhookView::attempted).toList();
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "删除订阅 Delete a subscription")
    @ApiResponse(responseCode = "204", description = "已删除 deleted")
    public void delete(@PathParam("id") long id, @Context Actor actor) {
        webhooks.delete(id, actor);
    }

    private static Response answer(Subscription subscription, WebhookView view) {
        return Response.ok(view).tag(tag(subscription)).build();
    }

    private static EntityTag tag(Subscription subscription) {
        return new EntityTag(Integer.toString(subscription.version()));
    }
}
