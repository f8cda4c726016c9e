// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Kind;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakePostings;
import org.sanban.api.test.Samples;

/** Guides get to WeChat as they are in force, and the record says where they are. */
class GuidesTest {
    private static final String SUBMIT = "/cgi-bin/freepublish/submit";
    private static final String STATE = "/cgi-bin/freepublish/get";

    private final SimulatedWechat wechat = new SimulatedWechat();
    private final FakePostings postings = new FakePostings();
    private final FakeMatters matters =
            new FakeMatters(Samples.matter("m1", 5, Samples.CARD, Samples.FORM), bare(), Samples.matter("m2", 0));
    private final Guides guides = new Guides(Settings.at(wechat.url()), matters, postings);

    @AfterEach
    void close() {
        wechat.close();
    }

    @Test
    void aGuideIsPublishedAndItsAddressRecorded() {
        assertEquals(
                "https://mp.example/s/1", guides.publish("m1", Samples.admin()).reference());
        assertEquals(1, postings.postings.get("m1").version());
        JsonNode article = wechat.asked().get(0).body().path("articles").path(0);
        assertEquals("cover-1", article.path("thumb_media_id").asText());
        assertEquals("示例县", article.path("author").asText());
        String content = article.path("content").asText();
        assertTrue(content.contains("居民身份证，原件 1 份，复印件 1 份（必交）"), content);
        assertTrue(content.contains("承诺时限 5 个工作日"), content);
        assertTrue(article.path("title").asText().startsWith("【示例】"), "a sample is marked so");
        assertEquals("draft-1", wechat.asked().get(1).body().path("media_id").asText());
    }

    @Test
    void whatWeChatStillLooksAtIsRecordedWithItsJobAndSettledLater() {
        wechat.answers(STATE, "{\"publish_id\":\"100\",\"publish_status\":1}");
        assertEquals("publish_id:100", guides.publish("m1", Samples.admin()).reference());
        guides.finished(finished("999", 0));
        assertEquals("publish_id:100", postings.postings.get("m1").reference());
        guides.finished(finished("100", 0));
        assertEquals("https://mp.example/s/2", postings.postings.get("m1").reference());
    }

    @Test
    void whatWeChatDoesNotPublishIsNoLongerRecorded() {
        wechat.answers(STATE, "{\"publish_id\":\"100\",\"publish_status\":1}");
        guides.publish("m1", Samples.admin());
        guides.finished(finished("100", 4));
        assertTrue(postings.postings.isEmpty());
        wechat.answers(STATE, "{\"publish_id\":\"100\",\"publish_status\":4}");
        refused(Kind.CONFLICT, () -> guides.publish("m1", Samples.admin()));
        assertTrue(postings.postings.isEmpty());
    }

    @Test
    void whatIsNotKnownIsNamedAndNothingIsTakenForHtml() {
        Article article = guides.article("bare");
        assertTrue(article.content().contains("以下要素尚未公布：办理条件、办理流程"), article.content());
        assertTrue(article.content().contains("一&lt;b&gt;局"), article.content());
        assertFalse(article.content().contains("null"), article.content());
        assertEquals(32, article.title().length());
    }

    @Test
    void nothingIsPublishedWithoutTheRoleTheSettingsOrAGuideInForce() {
        refused(Kind.FORBIDDEN, () -> guides.publish("m1", Samples.clerk()));
        refused(Kind.NOT_FOUND, () -> guides.publish("none", Samples.admin()));
        Guides noCover = new Guides(Settings.at(wechat.url(), "coverMediaId", ""), matters, postings);
        assertTrue(refused(Kind.CONFLICT, () -> noCover.publish("m1", Samples.admin()))
                .contains("coverMediaId"));
        Guides unset = new Guides(Settings.of(), matters, postings);
        assertTrue(refused(Kind.CONFLICT, () -> unset.publish("m1", Samples.admin()))
                .contains("appId"));
        assertEquals(List.of(), wechat.asked());
    }

    @Test
    void whatWeChatRefusesIsToldWithItsCode() {
        wechat.answers("/cgi-bin/draft/add", "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}");
        assertTrue(refused(Kind.CONFLICT, () -> guides.publish("m1", Samples.admin()))
                .contains("40007"));
        wechat.answers(SUBMIT, "nonsense");
        refused(Kind.UNAVAILABLE, () -> guides.publish("m1", Samples.admin()));
        assertTrue(postings.postings.isEmpty());
    }

    private static String refused(Kind kind, Runnable work) {
        Problem problem = assertThrows(Problem.class, work::run);
        assertEquals(kind, problem.kind(), problem.detail().zh());
        return problem.detail().zh();
    }

    private static Incoming finished(String job, int status) {
        return Incoming.read("<xml><FromUserName>x</FromUserName><Event>PUBLISHJOBFINISH</Event><PublishEventInfo>"
                + "<publish_id>" + job + "</publish_id><publish_status>" + status + "</publish_status>"
                + "<article_detail><count>1</count><item><idx>1</idx><article_url>https://mp.example/s/2</article_url>"
                + "</item></article_detail></PublishEventInfo></xml>");
    }

    private static Matter bare() {
        Guide guide = new Guide(
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Set.of(5),
                Set.of());
        return new Matter("bare", "长".repeat(60), "一<b>局", null, MatterType.PUBLIC_SERVICE, "x", false, guide);
    }
}
