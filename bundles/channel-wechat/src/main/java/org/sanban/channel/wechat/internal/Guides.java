// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Publishes guides with the service account (微信可知, R134): as a draft, which is then submitted. WeChat may take its time
 * to look at it; until it says where the article is, the record holds the number of its job.
 */
final class Guides {
    private static final Texts TEXTS = Texts.of(Guides.class);
    private static final String DRAFT = "/cgi-bin/draft/add";
    private static final String SUBMIT = "/cgi-bin/freepublish/submit";
    private static final String STATE = "/cgi-bin/freepublish/get";
    private static final String JOB = "publish_id:";
    private static final int DONE = 0;
    private static final int RUNNING = 1;
    private static final Actor PLATFORM = Actor.system("wechat", "").through(WechatChannel.ID);

    private final WechatSettings settings;
    private final MatterService matters;
    private final PostingService postings;

    Guides(WechatSettings settings, MatterService matters, PostingService postings) {
        this.settings = settings;
        this.matters = matters;
        this.postings = postings;
    }

    /** The guide in force as it would be published. */
    Article article(String code) {
        return Article.of(inForce(code));
    }

    /** Publishes the guide in force. */
    Posting publish(String code, Actor actor) {
        actor.require(Role.ADMIN);
        Account account = settings.service();
        if (account == null) {
            throw Problem.conflict(settings.fault().orElseGet(() -> settings.missing("appId")));
        }
        if (settings.coverMediaId().isEmpty()) {
            throw Problem.conflict(settings.missing("coverMediaId"));
        }
        Matter matter = inForce(code);
        Article article = Article.of(matter);
        if (article.content().length() >= Article.CONTENT) {
            throw Problem.conflict(TEXTS.get("too-long", Article.CONTENT));
        }
        String draft = told(account, DRAFT, draft(article), "media_id");
        String job = told(account, SUBMIT, object().put("media_id", draft), "publish_id");
        String reference = address(account, job).orElse(JOB + job);
        return postings.post(code, matter.guide().version(), WechatChannel.ID, reference, actor);
    }

    /** WeChat has published an article, or will not. */
    void finished(Incoming event) {
        String job = JOB + event.text("publish_id");
        String after = null;
        do {
            Page<Posting> page = postings.postings(WechatChannel.ID, false, new PageRequest(after, PageRequest.MAX));
            for (Posting posting : page.items()) {
                if (posting.reference().equals(job)) {
                    settle(posting, event);
                    return;
                }
            }
            after = page.next();
        } while (after != null);
    }

    private void settle(Posting posting, Incoming event) {
        String address = event.text("article_url");
        if (!event.text("publish_status").equals(Integer.toString(DONE))) {
            postings.withdraw(posting.matter(), WechatChannel.ID, PLATFORM);
        } else if (!address.isEmpty()) {
            postings.post(posting.matter(), posting.version(), WechatChannel.ID, address, PLATFORM);
        }
    }

    private Matter inForce(String code) {
        Matter matter = matters.matter(code);
        Guide guide = matter.guide();
        if (!guide.inForce(Instant.now())) {
            throw Problem.conflict(TEXTS.get("not-in-force", code));
        }
        return matter;
    }

    private ObjectNode draft(Article article) {
        ObjectNode body = object();
        ObjectNode one = body.putArray("articles")
                .addObject()
                .put("article_type", "news")
                .put("title", article.title())
                .put("digest", article.digest())
                .put("content", article.content())
                .put("thumb_media_id", settings.coverMediaId())
                .put("need_open_comment", 0);
        if (!settings.author().isEmpty()) {
            one.put("author", settings.author());
        }
        return body;
    }

    /** Where the article is, when it is published already. */
    private static Optional<String> address(Account account, String job) {
        JsonNode state;
        try {
            state = account.ask(STATE, object().put("publish_id", job));
        } catch (Trouble e) {
            // It was submitted, and WeChat tells by its callback how that ended.
            return Optional.empty();
        }
        int status = state.path("publish_status").asInt(RUNNING);
        if (status > RUNNING) {
            throw Problem.conflict(TEXTS.get("not-published", status));
        }
        String address = state.path("article_detail")
                .path("item")
                .path(0)
                .path("article_url")
                .asText();
        return status == DONE && !address.isEmpty() ? Optional.of(address) : Optional.empty();
    }

    private static String told(Account account, String path, ObjectNode body, String field) {
        try {
            JsonNode answer = account.ask(path, body);
            if (answer.path("errcode").asInt(0) != 0) {
                throw Problem.conflict(Verdict.words(answer, "refused"));
            }
            String value = answer.path(field).asText();
            if (value.isEmpty()) {
                throw Line.unreadable();
            }
            return value;
        } catch (Trouble e) {
            throw e.problem();
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
