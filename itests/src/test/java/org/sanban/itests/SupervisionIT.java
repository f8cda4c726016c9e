// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Supervisors record a visit, issue a notice, see it rectified in time and closed with evidence, through the real doors. */
@ExtendWith(Distribution.class)
class SupervisionIT {
    private static final String TOWN = "610926100000";
    private static final Duration WATCH = Duration.ofSeconds(90);

    private final String today = Calendars.today().toString();
    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest supervisor = sanban.as("supervisor");
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest otherTown = sanban.as("xinglong-clerk");

    @Test
    void aVisitLeadsToANoticeThatIsAnsweredWithEvidenceAndClosed() {
        String photo = stored(supervisor);
        Map<String, Object> visit = Map.of(
                "kind",
                "SECRET",
                "site",
                Sample.SITE,
                "visitedOn",
                today,
                "inspectors",
                List.of("周监督（示例）"),
                "findings",
                List.of(Map.of("cause", "ABSENT", "text", "1号窗口无人值守", "evidence", List.of(photo))));
        long id = supervisor
                .post("/inspections", visit)
                .expect(201)
                .json()
                .path("id")
                .asLong();
        clerk.get("/inspections/" + id).expect(404);
        assertFalse(clerk.get("/inspections").expect(200).body().contains("1号窗口"));
        clerk.post("/inspections", visit).expect(403);

        Map<String, Object> notice = new HashMap<>(
                Map.of("kind", "RECTIFICATION", "origin", "inspections/" + id, "days", 5, "unit", "综合窗口"));
        supervisor.post("/notices", notice).expect(409);
        supervisor
                .post("/inspections/" + id + "/conclusion", Map.of("summary", "窗口缺位，限期整改"))
                .expect(200);
        clerk.get("/inspections/" + id).expect(200);
        assertTrue(clerk.get("/attachments/" + photo).expect(200).body().contains("photo"), "its evidence too");

        JsonNode issued = supervisor.post("/notices", notice).expect(201).json();
        long number = issued.path("id").asLong();
        assertEquals("ABSENT", issued.path("cause").asText());
        assertTrue(sanban.done("sanban:notice-list --division " + TOWN).contains("进驻不到位"));
        otherTown.get("/notices/" + number).expect(404);
        supervisor.post("/notices/" + number + "/steps", step("CLOSE", 1, null)).expect(409);

        clerk.post("/notices/" + number + "/steps", step("ANSWER", 1, null)).expect(400);
        clerk.post("/notices/" + number + "/steps", step("ANSWER", 1, stored(clerk)))
                .expect(200);
        String moved = supervisor
                .post("/notices/" + number + "/steps", step("CLOSE", 1, null))
                .expect(409)
                .detail();
        assertTrue(moved.contains("答复"), moved);
        clerk.post("/notices/" + number + "/steps", step("CLOSE", 2, null)).expect(403);
        JsonNode closed = supervisor
                .post("/notices/" + number + "/steps", step("CLOSE", 2, null))
                .expect(200)
                .json();
        assertEquals("CLOSED", closed.path("state").asText());
        JsonNode history =
                clerk.get("/notices/" + number + "/history").expect(200).json();
        assertEquals(List.of("ISSUED", "ANSWERED", "CLOSED"), history.findValuesAsText("kind"));
        Rest.Answer paper = clerk.get("/notices/" + number + "/paper").expect(200);
        assertTrue(paper.body().startsWith("%PDF"), "a PDF");
    }

    @Test
    void aLateNoticeIsToldToTheCounty() {
        LocalDate before = Calendars.today().minusDays(3);
        Map<String, Object> notice = Map.of(
                "kind",
                "RECTIFICATION",
                "division",
                TOWN,
                "cause",
                "SLOW",
                "text",
                "任务推进不力",
                "reference",
                "示例督〔2026〕1号",
                "issuedOn",
                before.toString(),
                "dueOn",
                before.plusDays(1).toString());
        long number = supervisor
                .post("/notices", notice)
                .expect(201)
                .json()
                .path("id")
                .asLong();
        Await.until(WATCH, "the clock tells the county", () -> supervisor
                .get("/notices/" + number + "/history")
                .expect(200)
                .body()
                .contains("ESCALATED"));
        assertTrue(supervisor.get("/notices?late=true").expect(200).body().contains("示例督〔2026〕1号"));
        assertTrue(sanban.done("sanban:notice-list --late").contains("" + number));
        assertTrue(anyone.get("/system/metrics")
                .expect(200)
                .body()
                .lines()
                .anyMatch(line -> line.startsWith("sanban_supervision_late_notices") && !line.endsWith(" 0.0")));
        supervisor.get("/notices?division=999999999999").expect(403);
        anyone.get("/notices").expect(401);
    }

    @Test
    void aCitizenComplainsWithoutALoginAndFollowsItByItsCode() {
        JsonNode receipt = anyone.post(
                        "/complaints",
                        Map.of("site", Sample.SITE, "text", "上班时间窗口无人", "name", "张𠮷示例", "phone", "0915-8401234"))
                .expect(201)
                .json();
        String number = receipt.path("number").asText();
        String follow = "/complaints/" + number + "/progress?code=";
        assertTrue(receipt.path("source").asText().contains("示例"), "whose limit it is");
        anyone.get(follow + "WRONGCODE2").expect(404);
        clerk.get("/complaints/" + number).expect(403);
        String seen = supervisor.get("/complaints/" + number).expect(200).body();
        assertFalse(seen.contains("张𠮷示例") || seen.contains("8401234"), seen);
        assertTrue(supervisor
                .post("/complaints/" + number + "/handling", "")
                .expect(200)
                .body()
                .contains("张𠮷示例"));
        supervisor
                .post("/complaints/" + number + "/answer", Map.of("outcome", "FOUNDED", "answer", "已调整排班"))
                .expect(200);
        JsonNode told =
                anyone.get(follow + receipt.path("code").asText()).expect(200).json();
        assertEquals("已调整排班", told.path("answer").asText());
        assertFalse(told.toString().contains("张𠮷示例"));
        for (int i = 0; i < 5; i++) {
            anyone.get(follow + "WRONGCODE2");
        }
        Rest.Answer closed = anyone.get(follow + receipt.path("code").asText()).expect(429);
        assertTrue(closed.headers().firstValueAsLong("Retry-After").orElseThrow() > 600, "as long as it says");
        anyone.post("/complaints", Map.of("site", "x", "phone", "?")).expect(400);
        anyone.get("/complaints").expect(401);
    }

    @Test
    void theCountySeesThePlanByTownAndATownReports() {
        JsonNode tasks = clerk.get("/plan").expect(200).json().path("items");
        assertEquals("T1", tasks.get(0).path("code").asText());
        assertEquals("2024-05-31", tasks.get(0).path("dueOn").asText());
        clerk.post("/plan/T2/reports", Map.of("state", "DONE", "note", "已公开")).expect(400);
        clerk.post("/plan/T2/reports", Map.of("state", "DONE", "note", "已公开", "evidence", List.of(stored(clerk))))
                .expect(200);
        supervisor
                .post("/plan/T2/reports", Map.of("division", TOWN, "state", "CONFIRMED"))
                .expect(200);
        clerk.post(
                        "/meetings",
                        Map.of(
                                "heldOn",
                                today,
                                "chair",
                                "镇长",
                                "topic",
                                "研究三办工作",
                                "decisions",
                                List.of(Map.of("title", "补齐标识牌", "owners", List.of("便民服务中心")))))
                .expect(201);

        clerk.post(
                        "/leading-groups",
                        Map.of(
                                "name",
                                "“三办”工作领导小组",
                                "head",
                                "镇长",
                                "members",
                                List.of("便民服务中心主任"),
                                "document",
                                "示例〔2026〕1号",
                                "formedOn",
                                today))
                .expect(201);
        assertTrue(supervisor.get("/leading-groups").expect(200).body().contains("示例〔2026〕1号"));
        assertTrue(sanban.done("sanban:leading-group-list").contains("示例〔2026〕1号"));
        JsonNode county = supervisor.get("/plan/progress").expect(200).json().path("items");
        assertEquals(12, county.size(), "the county and its eleven towns");
        JsonNode town = county.get(1);
        assertEquals(TOWN, town.path("division").asText());
        assertEquals(1, town.path("done").asInt());
        assertEquals(today, town.path("lastMeetingOn").asText());
        assertTrue(town.toString().contains("补齐标识牌"));
        assertEquals(
                1,
                otherTown.get("/plan/progress").expect(200).json().path("items").size(),
                "a town sees itself");
        otherTown.get("/plan/progress?division=" + TOWN).expect(403);
        String shown = sanban.done("sanban:plan-show");
        assertTrue(shown.contains("城关镇") && shown.contains("西河镇"), shown);
        assertTrue(sanban.done("sanban:plan-show " + TOWN).contains("已核实"));

        supervisor
                .post(
                        "/accountability",
                        Map.of(
                                "division",
                                TOWN,
                                "person",
                                "某某（示例）",
                                "cause",
                                "SLOW",
                                "measure",
                                "约谈",
                                "authority",
                                "示例机关",
                                "decidedOn",
                                today))
                .expect(201);
        clerk.get("/accountability").expect(403);
        assertTrue(supervisor.get("/accountability").expect(200).body().contains("某某（示例）"));
    }

    @Test
    void theBoardListensToTheJournal() {
        supervisor.get("/late-cases").expect(200);
        clerk.get("/late-cases").expect(403);
        Await.until(WATCH, "the listener is told", () -> sanban.done("sanban:delivery-list")
                .lines()
                .anyMatch(line -> line.startsWith("supervision") && line.contains("是")));
    }

    @Test
    void removedAndPutBackItHasLostNothingAndTheRestServesOn() {
        Map<String, Object> notice = Map.of("kind", "CRITICISM", "division", TOWN, "cause", "SLOW", "text", "保留的通报");
        long id = supervisor
                .post("/notices", notice)
                .expect(201)
                .json()
                .path("id")
                .asLong();
        sanban.done("sanban:module-remove sanban-supervision");
        try {
            clerk.get("/cases?limit=1").expect(200);
            assertTrue(supervisor.get("/notices/" + id).status() >= 404);
            assertEquals(1, sanban.shell("sanban:notice-list").code(), "it says what is not there");
        } finally {
            sanban.done("sanban:module-install sanban-supervision");
        }
        Await.until(
                WATCH, "it serves again", () -> supervisor.get("/notices/" + id).status() == 200);
        assertTrue(supervisor.get("/notices/" + id).body().contains("保留的通报"));
        assertEquals(
                "T1",
                supervisor.get("/plan").expect(200).json().at("/items/0/code").asText());
        assertEquals("", sanban.trouble());
    }

    private static Map<String, Object> step(String kind, int version, String evidence) {
        return Map.of(
                "kind",
                kind,
                "version",
                version,
                "text",
                "已安排B岗",
                "evidence",
                evidence == null ? List.of() : List.of(evidence));
    }

    /** The id of a stored file. */
    private static String stored(Rest rest) {
        byte[] pdf = "%PDF-1.4\n%photo\n".getBytes(StandardCharsets.US_ASCII);
        return rest.post("/attachments?name=photo.pdf", pdf, "Content-Type", "application/octet-stream")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
