// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** What Douyin posts here, who is bound there, and the guides for publication: {@code /api/v1/douyin}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "douyin", description = "抖音 What Douyin posts here, and guides for publication there")
public final class DouyinResource implements RestResource {
    private static final Texts TEXTS = Texts.of(DouyinResource.class);
    private static final int REFERENCE = 500;

    private final Webhook webhook;
    private final MessageService messages;
    private final MatterService matters;
    private final PostingService postings;

    @Activate
    public DouyinResource(
            @Reference DouyinSettings settings,
            @Reference MessageService messages,
            @Reference MatterService matters,
            @Reference PostingService postings) {
        this.webhook = new Webhook(settings, messages, Clock.systemUTC());
        this.messages = messages;
        this.matters = matters;
        this.postings = postings;
    }

    @Override
    public String path() {
        return DouyinChannel.ID;
    }

    /** A guide to be published by hand, as JSON. */
    @Schema(name = "DouyinScript", description = "短视频脚本 A guide as a script, to be published by hand")
    public record ScriptView(
            String matter,
            @Schema(description = "指南版本 version of the guide") int version,
            @Schema(description = "标题 at most 30 characters") String title,
            @Schema(description = "口播，一句一行 what is spoken") List<String> lines,
            @Schema(description = "文案 what stands below the video") String caption) {}

    /** Where it was published, as JSON. */
    @Schema(name = "DouyinPosting", description = "发布登记 Where a guide was published")
    public record PostingInput(
            @Schema(description = "作品链接 address of the video", example = "https://v.douyin.com/example/")
                    String reference,
            @Schema(description = "指南版本，不填为现行版 version of the guide, the one in force where it is left out")
                    Integer version) {}

    /** Somebody who binds themselves in the mini program, as JSON. */
    @Schema(name = "DouyinBinding", description = "绑定 Somebody who binds themselves in the mini program")
    public record BindingInput(
            @Schema(description = "用户在小程序的 openid, from code2session") String openId,
            @Schema(description = "窗口给出的 8 位绑定码 8 digits from the window") String code,
            @Schema(
                            description = "通知语言，默认 zh language of messages",
                            allowableValues = {"zh", "en"})
                    String language) {}

    @POST
    @Path("webhook")
    @Public
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "抖音事件推送 Douyin posts who agrees to messages and who refuses them")
    public Map<String, Object> webhook(@HeaderParam("X-Douyin-Signature") String signature, byte[] body) {
        Long challenge = webhook.take(signature, body);
        return challenge == null ? Map.of("err_no", 0, "err_tips", "success") : Map.of("challenge", challenge);
    }

    @POST
    @Path("bindings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "小程序服务端代用户绑定 The mini program's server binds somebody by their code")
    public Map<String, Object> bind(BindingInput input, @Context Actor actor) {
        actor.require(Role.SYSTEM);
        if (input == null || input.openId() == null || !input.openId().matches("[\\x21-\\x7e]{1,120}")) {
            throw Problem.invalid("openId", TEXTS.get("open-id"));
        }
        if (input.language() != null && !input.language().matches("zh|en")) {
            throw Problem.invalid("language", TEXTS.get("language"));
        }
        messages.bind(DouyinChannel.ID, input.openId(), String.valueOf(input.code()));
        messages.language(
                DouyinChannel.ID,
                input.openId(),
                "en".equals(input.language()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return Map.of("bound", true);
    }

    @GET
    @Path("guides")
    @Operation(summary = "抖音上发布了哪些指南 Guides that are published on Douyin")
    public Page<Posting> published(
            @QueryParam("outdated") @Parameter(description = "只看已过期的 only what is not in force any more")
                    boolean outdated,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR, Role.SYSTEM);
        return postings.postings(DouyinChannel.ID, outdated, new PageRequest(after, limit));
    }

    @GET
    @Path("guides/{matter}")
    @Operation(summary = "现行指南的短视频脚本 The guide in force as a script, to be published by hand")
    public ScriptView script(@PathParam("matter") String code, @Context Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR, Role.CLERK);
        Matter matter = inForce(code);
        Script script = Script.of(matter);
        return new ScriptView(code, matter.guide().version(), script.title(), script.lines(), script.caption());
    }

    @POST
    @Path("guides/{matter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "登记指南已在抖音发布 Records where a guide was published by hand")
    public Posting post(@PathParam("matter") String code, PostingInput input, @Context Actor actor) {
        actor.require(Role.ADMIN);
        String reference = input == null || input.reference() == null
                ? ""
                : input.reference().strip();
        if (reference.length() > REFERENCE || !reference.matches("https://[^\\s/]+/\\S*")) {
            throw Problem.invalid("reference", TEXTS.get("reference"));
        }
        int version = input.version() != null
                ? input.version()
                : inForce(code).guide().version();
        return postings.post(code, version, DouyinChannel.ID, reference, actor);
    }

    private Matter inForce(String code) {
        Matter matter = matters.matter(code);
        if (!matter.guide().inForce(Instant.now())) {
            throw Problem.conflict(TEXTS.get("not-in-force", code));
        }
        return matter;
    }
}
