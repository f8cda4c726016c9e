// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a town's clerk gains: a case from the guide to the handing over, and an applicant who can follow it. */
@ExtendWith(Distribution.class)
class MainJobRestIT {
    private Rest clerk;
    private Rest officer;
    private Rest anyone;
    private JsonNode matter;

    @BeforeEach
    void logIn() {
        clerk = Distribution.get().as("chengguan-clerk");
        officer = Distribution.get().as("chengguan-officer");
        anyone = Distribution.get().anyone();
        matter = Sample.committedMatter(anyone);
    }

    @Test
    void aCaseGoesFromTheGuideToTheHandingOver() {
        assertTrue(matter.path("sample").asBoolean(), "samples say that they are samples");
        assertFalse(matter.path("guide").path("basis").isEmpty());
        String number = Sample.submit(clerk, matter);
        assertEquals("窗口人员", progress(number).path("holder").asText());

        Rest.Answer early = clerk.act(number, 1, "accept", Map.of()).expect(409);
        matter.path("guide").path("materials").forEach(m -> {
            if (m.path("required").asBoolean()) {
                assertTrue(early.detail().contains(m.path("name").asText()), early.detail());
            }
        });
        List<String> missing = Sample.required(matter);
        notice(number, missing.subList(0, 1)).expect(400);
        notice(number, missing).expect(200);
        JsonNode waiting = progress(number);
        assertEquals("申请人", waiting.path("holder").asText());
        assertEquals(missing.size(), waiting.path("missing").size());

        correct(number, 2).expect(200);
        clerk.act(number, 3, "accept", Map.of()).expect(200);
        JsonNode running = progress(number);
        assertEquals("审批部门", running.path("holder").asText());
        assertTrue(running.path("daysLeft").asInt() > 0, running.toString());
        assertTrue(running.path("why").asText().contains("工作日"), running.toString());

        clerk.act(number, 4, "decide", Map.of("outcome", "approved", "result", "准予"))
                .expect(403);
        officer.act(number, 4, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        clerk.act(number, 5, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        JsonNode done = progress(number);
        assertEquals("DONE", done.path("status").asText());
        assertEquals(6, done.path("timeline").size());
        assertFalse(done.toString().contains(Sample.ID), "the public sees no personal data");

        JsonNode journal = clerk.get("/cases/" + number + "/journal").json().path("items");
        assertEquals(6, journal.size());
        assertEquals("CORRECTION_ASKED", journal.get(1).path("kind").asText());
    }

    @Test
    void aSecondNoticeIsRefused() {
        String number = Sample.submit(clerk, matter);
        notice(number, Sample.required(matter)).expect(200);
        clerk.post(
                        "/cases/" + number + "/actions",
                        Map.of(
                                "name",
                                "correct",
                                "version",
                                2,
                                "materials",
                                Sample.complete(matter).subList(0, 1)))
                .expect(200);
        Rest.Answer again = clerk.post(
                "/cases/" + number + "/actions",
                Map.of(
                        "name",
                        "request-correction",
                        "version",
                        3,
                        "answers",
                        Map.of("missing", Sample.required(matter), "reason", "还缺")));
        assertTrue(again.expect(409).detail().contains("一次"), again.detail());
    }

    @Test
    void anOriginalInCustodyHoldsTheHandingOverBack() {
        String number = Sample.accepted(clerk, matter);
        clerk.post(
                        "/cases/" + number + "/actions",
                        Map.of("name", "custody", "version", 2, "taken", List.of(Map.of("name", "户口簿"))))
                .expect(200);
        officer.act(number, 3, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        Rest.Answer held =
                clerk.act(number, 4, "deliver", Map.of("receivedBy", "张示例")).expect(409);
        assertTrue(held.detail().contains("户口簿"), held.detail());
        clerk.post(
                        "/cases/" + number + "/actions",
                        Map.of(
                                "name",
                                "deliver",
                                "version",
                                4,
                                "answers",
                                Map.of("receivedBy", "张示例"),
                                "returned",
                                List.of(Map.of("id", 1, "receivedBy", "张示例"))))
                .expect(200);
    }

    @Test
    void whoWasAskedFirstStaysKnownWhenACaseIsHandedOn() {
        String number = Sample.submit(clerk, matter);
        clerk.post(
                        "/cases/" + number + "/actions",
                        Map.of(
                                "name",
                                "transfer",
                                "version",
                                1,
                                "assignee",
                                "chengguan-clerk2",
                                "answers",
                                Map.of("reason", "换班")))
                .expect(200);
        JsonNode handed = clerk.get("/cases/" + number).expect(200).json();
        assertEquals("chengguan-clerk2", handed.path("holder").path("account").asText());
        assertEquals("chengguan-clerk", handed.path("firstAsked").asText());
        JsonNode journal = clerk.get("/cases/" + number + "/journal").json().path("items");
        assertEquals("chengguan-clerk", journal.get(0).path("account").asText(), "who was asked first");
        assertEquals("transfer", journal.get(1).path("action").asText());
        assertTrue(journal.get(1).path("detail").toString().contains("chengguan-clerk2"), journal.toString());
    }

    @Test
    void anImmediateMatterIsFinishedOnTheSpot() {
        JsonNode immediate = Sample.immediateMatter(anyone);
        Map<String, Object> draft = new java.util.HashMap<>(Sample.draft(immediate));
        draft.put("materials", Sample.complete(immediate));
        String number =
                clerk.post("/cases", draft).expect(201).json().path("number").asText();
        clerk.act(number, 1, "finish-now", Map.of("result", "已办理", "receivedBy", "张示例"))
                .expect(200);
        assertEquals("DONE", progress(number).path("status").asText());
    }

    @Test
    void theLimitIsExplainedLineByLine() {
        String number = Sample.accepted(clerk, matter);
        JsonNode due = clerk.get("/cases/" + number + "/due").expect(200).json();
        assertTrue(due.path("lines").size() > 1, due.toString());
        officer.act(number, 2, "pause", Map.of("reason", "inspection", "basis", "行政许可法第四十五条"))
                .expect(200);
        assertEquals("PAUSED", progress(number).path("light").asText());
        officer.act(number, 3, "resume", Map.of("finding", "检验合格")).expect(200);
    }

    @Test
    void aWrongEndingTellsNothingAndFiveCloseTheNumber() {
        String number = Sample.submit(clerk, matter);
        for (int i = 0; i < 5; i++) {
            anyone.get("/progress/" + number + "?phone=0000").expect(404);
        }
        Rest.Answer closed = anyone.get("/progress/" + number + "?phone=1234").expect(429);
        long seconds = closed.headers().firstValueAsLong("Retry-After").orElseThrow();
        assertTrue(seconds > 600 && seconds <= 900, seconds + " s");
        assertTrue(closed.detail().contains((seconds + 59) / 60 + " 分钟"), closed.detail());
    }

    @Test
    void aScanIsKeptWithTheCaseAndServedAsADownload() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1};
        JsonNode stored = clerk.post(
                        "/attachments?name=..%2F..%2Fx.html", png, "Content-Type", "application/octet-stream")
                .expect(201)
                .json();
        assertEquals("image/png", stored.path("type").asText());
        assertEquals("x.html", stored.path("name").asText());
        String id = stored.path("id").asText();
        Rest.Answer content = clerk.get("/attachments/" + id + "/content").expect(200);
        assertEquals(
                "application/octet-stream",
                content.headers().firstValue("Content-Type").orElseThrow());
        clerk.post("/attachments?name=a.png", "<html>".getBytes(), "Content-Type", "application/octet-stream")
                .expect(415);

        Files.delete(Distribution.get().home().resolve("store/files/" + id.substring(0, 2) + "/" + id));
        String away = clerk.get("/attachments/" + id + "/content").expect(503).detail();
        assertTrue(away.contains(id) && away.contains("无法读取"), away);
    }

    private JsonNode progress(String number) {
        return anyone.get("/progress/" + number + "?phone=1234").expect(200).json();
    }

    private Rest.Answer notice(String number, List<String> missing) {
        return clerk.act(number, 1, "request-correction", Map.of("missing", missing, "reason", "请补齐"));
    }

    private Rest.Answer correct(String number, int version) {
        return clerk.post(
                "/cases/" + number + "/actions",
                Map.of("name", "correct", "version", version, "materials", Sample.complete(matter)));
    }
}
