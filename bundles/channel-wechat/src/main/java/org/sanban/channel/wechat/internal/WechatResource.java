// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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
import org.sanban.api.cases.CaseService;
import org.sanban.api.channel.MessageService;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** What WeChat posts here, and the guides that are published there: {@code /api/v1/wechat}. */
@Component(service = RestResource.class)
@Path("/")
@Tag(name = "wechat", description = "微信 What WeChat posts here, and the guides published there")
public final class WechatResource implements RestResource {
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final String XML = "text/xml;charset=UTF-8";

    private final Callback callback;
    private final Guides guides;
    private final PostingService postings;

    @Activate
    public WechatResource(
            @Reference WechatSettings settings,
            @Reference MessageService messages,
            @Reference CaseService cases,
            @Reference MatterService matters,
            @Reference PostingService postings) {
        this.postings = postings;
        this.guides = new Guides(settings, matters, postings);
        this.callback = new Callback(settings, new Conversation(messages, cases, settings), guides, Clock.systemUTC());
    }

    @Override
    public String path() {
        return WechatChannel.ID;
    }

    /** A guide as an article, as JSON. */
    @Schema(name = "WechatArticle", description = "微信图文 A guide as an article")
    public record ArticleView(
            @Schema(description = "标题 at most 32 characters") String title,
            @Schema(description = "摘要 what lists show") String digest,
            @Schema(description = "正文 HTML") String content) {}

    @GET
    @Path("callback")
    @Public
    @Produces(PLAIN)
    @Operation(summary = "服务号回调地址验证 WeChat checks the address of the service account's callback")
    public String verify(
            @QueryParam("signature") String signature,
            @QueryParam("timestamp") String timestamp,
            @QueryParam("nonce") String nonce,
            @QueryParam("echostr") @DefaultValue("") String echo) {
        return callback.verify(false, new Callback.Signed(signature, timestamp, nonce), echo);
    }

    @POST
    @Path("callback")
    @Public
    @Consumes(MediaType.WILDCARD)
    @Produces(XML)
    @Operation(summary = "服务号消息和事件推送 WeChat posts what people say to the service account, and events")
    public byte[] post(
            @QueryParam("signature") String signature,
            @QueryParam("timestamp") String timestamp,
            @QueryParam("nonce") String nonce,
            @QueryParam("msg_signature") String messageSignature,
            byte[] body) {
        return callback.post(false, new Callback.Signed(signature, timestamp, nonce), messageSignature, body);
    }

    @GET
    @Path("callback/mini")
    @Public
    @Produces(PLAIN)
    @Operation(summary = "小程序回调地址验证 WeChat checks the address of the mini program's callback")
    public String verifyMini(
            @QueryParam("signature") String signature,
            @QueryParam("timestamp") String timestamp,
            @QueryParam("nonce") String nonce,
            @QueryParam("echostr") @DefaultValue("") String echo) {
        return callback.verify(true, new Callback.Signed(signature, timestamp, nonce), echo);
    }

    @POST
    @Path("callback/mini")
    @Public
    @Consumes(MediaType.WILDCARD)
    @Produces(XML)
    @Operation(summary = "小程序消息和事件推送（XML） WeChat posts events of the mini program, as XML")
    public byte[] postMini(
            @QueryParam("signature") String signature,
            @QueryParam("timestamp") String timestamp,
            @QueryParam("nonce") String nonce,
            @QueryParam("msg_signature") String messageSignature,
            byte[] body) {
        return callback.post(true, new Callback.Signed(signature, timestamp, nonce), messageSignature, body);
    }

    @GET
    @Path("guides")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "微信上发布了哪些指南 Guides that are published on WeChat")
    public Page<Posting> published(
            @QueryParam("outdated") @Parameter(description = "只看已过期的 only what is not in force any more")
                    boolean outdated,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR, Role.SYSTEM);
        return postings.postings(WechatChannel.ID, outdated, new PageRequest(after, limit));
    }

    @GET
    @Path("guides/{matter}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "预览指南图文 The guide in force as it would be published")
    public ArticleView preview(@PathParam("matter") String matter, @Context Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        Article article = guides.article(matter);
        return new ArticleView(article.title(), article.digest(), article.content());
    }

    @POST
    @Path("guides/{matter}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "在微信发布现行指南 Publishes the guide in force on WeChat")
    public Posting publish(@PathParam("matter") String matter, @Context Actor actor) {
        return guides.publish(matter, actor);
    }
}
