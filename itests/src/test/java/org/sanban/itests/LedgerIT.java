// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the county and its towns gain: each site with its evidence, what is missing and why, and who has no substitute. */
@ExtendWith(Distribution.class)
class LedgerIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String TOWN = "610926100000";
    private static final String SMALL = "610926101000-01";
    private static final String VILLAGE = "610926100211";
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest admin = sanban.as("sample-admin");
    private final LocalDate today = LocalDate.now(ZONE);
    /** Of the sample's leave. */
    private final LocalDate thursday = Distribution.loaded().with(TemporalAdjusters.next(DayOfWeek.THURSDAY));

    @Test
    void aTownSeesWhatItLacksAndWhyAndNobodyElses() {
        JsonNode centre = clerk.get("/checks?limit=1").expect(200).json().at("/items/0");
        assertEquals(Sample.SITE, centre.path("site").asText());
        assertEquals("八有一能", centre.path("standard").asText());
        assertEquals(9, centre.path("of").asInt());
        for (JsonNode missing : centre.path("missing")) {
            assertFalse(missing.at("/facts/0/text").asText().isBlank(), missing.toString());
            assertFalse(missing.path("advice").asText().isBlank(), missing.toString());
        }
        JsonNode small =
                sanban.as("xinglong-clerk").get("/checks/" + SMALL).expect(200).json();
        JsonNode area = check(small, "hall.area");
        assertFalse(area.path("holds").asBoolean());
        assertEquals("R11", area.path("requirement").asText());
        assertTrue(area.at("/facts/0/text").asText().contains("36"), area.toString());
        clerk.get("/checks/" + SMALL).expect(403);
        clerk.get("/checks?division=610926000000").expect(403);
        sanban.anyone().get("/checks").expect(401);
        Rest.Answer county = admin.get("/checks?missing=true&limit=5").expect(200);
        assertEquals(5, county.json().path("items").size());
        assertTrue(county.headers().firstValue("Link").orElse("").contains("after="));
        JsonNode station = admin.get("/checks/" + VILLAGE + "-01").expect(200).json();
        assertEquals("六有", station.path("standard").asText());
        assertTrue(check(station, "station.responsible").path("holds").asBoolean());
    }

    @Test
    void whatSomebodySawWithAPhotographTurnsACheck() {
        String path = "/ledgers/" + Sample.SITE + "/evidence";
        assertFalse(held(Sample.SITE, "equipped.duties"));
        Map<String, Object> seen = new HashMap<>(
                Map.of("item", "DUTIES", "there", true, "seenOn", today.toString(), "inspector", "测试核查人"));
        assertTrue(clerk.post(path, seen).expect(400).detail().contains("照片"));
        String photo = clerk.post("/attachments?name=a.png", PHOTO, "Content-Type", "application/octet-stream")
                .expect(201)
                .json()
                .path("id")
                .asText();
        seen.put("photos", List.of(photo));
        sanban.as("supervisor").post(path, seen).expect(403);
        clerk.post(path, seen).expect(200);
        assertTrue(held(Sample.SITE, "equipped.duties"));
        sanban.as("supervisor").get("/attachments/" + photo).expect(200);
        sanban.as("xinglong-clerk").get("/attachments/" + photo).expect(404);
        assertEquals(
                photo,
                clerk.get(path + "?limit=1")
                        .expect(200)
                        .json()
                        .at("/items/0/photos/0")
                        .asText());
    }

    @Test
    void aFinishedCaseProvesThatThingsGetDone() {
        JsonNode matter = Sample.committedMatter(clerk);
        String number = Sample.accepted(clerk, matter);
        sanban.as("chengguan-officer")
                .act(number, 2, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        clerk.act(number, 3, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        Await.until(Duration.ofSeconds(60), "the case is counted", () -> held(Sample.SITE, "equipped.able"));
        assertTrue(held(Sample.SITE, "equipped.register"));
    }

    @Test
    void aLedgerIsWrittenPrintedAndExported() {
        String path = "/ledgers/" + SMALL;
        Rest.Answer seen = admin.get(path).expect(200);
        String tag = seen.headers().firstValue("ETag").orElseThrow();
        Map<String, Object> ledger = new HashMap<>(Map.of(
                "area", 45.5, "workplaces", 4, "oneStop", true, "workdayHours", List.of("08:30-12:00", "14:00-17:30")));
        admin.put(path, ledger).expect(400);
        sanban.as("chengguan-clerk").put(path, ledger, "If-Match", tag).expect(403);
        JsonNode written = admin.put(path, ledger, "If-Match", tag).expect(200).json();
        assertEquals(
                seen.json().path("version").asInt() + 1, written.path("version").asInt());
        assertTrue(admin.put(path, ledger, "If-Match", tag).expect(409).detail().contains("重新查看"));
        assertTrue(held(SMALL, "hall.area"));
        ledger.put("area", 36);
        ledger.put("version", written.path("version").asInt());
        admin.put(path, ledger).expect(200);

        for (String site : List.of(Sample.SITE, VILLAGE + "-01", "610926000000-01")) {
            String pdf = admin.get("/ledgers/" + site + "/paper").expect(200).body();
            assertTrue(pdf.startsWith("%PDF-1"), site);
            assertEquals(1, pdf.split("/Type /Page[^s]", -1).length - 1, "pages of " + site);
        }
        Rest.Answer book = clerk.get("/ledgers/export").expect(200);
        assertTrue(book.body().startsWith("PK"), "an xlsx");
        assertTrue(book.headers().firstValue("Content-Disposition").orElse("").contains(TOWN));
        clerk.get("/ledgers/export?division=610926000000").expect(403);
    }

    @Test
    void whoHasNoSubstituteNextThursdayIsKnown() {
        String asked = "/substitutes?from=" + thursday + "&until=" + thursday;
        JsonNode gaps = clerk.get(asked).expect(200).json().path("items");
        assertTrue(gaps.size() >= 2, "morning and afternoon: " + gaps);
        assertEquals("ALONE", gaps.get(0).path("kind").asText());
        assertTrue(gaps.toString().contains("李受理"), gaps.toString());
        JsonNode posts =
                clerk.get("/ledgers/" + Sample.SITE + "/posts").expect(200).json();
        long holder = posts.get(0).path("holder").asLong();
        Map<String, Object> post = Map.of("name", "测试岗", "holder", holder, "substitute", holder);
        assertTrue(clerk.post("/ledgers/" + Sample.SITE + "/posts", post)
                .expect(400)
                .detail()
                .contains("不能替自己"));
        Map<String, Object> leave =
                new HashMap<>(Map.of("site", Sample.SITE, "staff", holder, "from", at("09:00"), "until", at("10:00")));
        String refused = clerk.post("/leaves", leave).expect(409).detail();
        assertTrue(refused.contains("李受理") && refused.contains("09:00"), refused);
        leave.put("urgent", true);
        long id = clerk.post("/leaves", leave).expect(200).json().path("id").asLong();
        JsonNode empty = clerk.get(asked + "&kind=EMPTY").expect(200).json().path("items");
        assertEquals(1, empty.size(), empty.toString());
        String shell = sanban.done("sanban:gap-list --division " + TOWN + " --kind empty --days 14");
        assertTrue(shell.contains("09:00") && shell.contains("缺岗"), shell);
        clerk.post("/leaves/" + id + "/cancellation", "").expect(200);
        assertEquals(0, clerk.get(asked + "&kind=EMPTY").json().path("items").size());
        sanban.as("xinglong-clerk").get(asked + "&division=" + TOWN).expect(403);
    }

    @Test
    void theCountySeesWhichTownMissesItsMonth() {
        LocalDate loaded = Distribution.loaded();
        JsonNode months = months(loaded);
        assertEquals(11, months.size());
        assertEquals("HELD", months.get(0).path("state").asText());
        assertEquals("DUE", months(today).get(1).path("state").asText());
        assertEquals(
                "MISSED", months(loaded.minusMonths(1)).get(0).path("state").asText());
        Map<String, Object> session = Map.of(
                "division",
                "610926101000",
                "heldOn",
                today.toString(),
                "leader",
                "测试镇长",
                "office",
                "镇长",
                "principal",
                true,
                "received",
                3,
                "tasks",
                List.of(Map.of("problem", "路灯不亮", "owner", "镇政府", "dueOn", today.toString())));
        clerk.post("/leader-sessions", session).expect(403);
        Rest xinglong = sanban.as("xinglong-clerk");
        JsonNode held = xinglong.post("/leader-sessions", session).expect(200).json();
        assertEquals(
                "HELD",
                admin.get("/leader-sessions/months").json().get(1).path("state").asText());
        String task = "/leader-sessions/" + held.path("id") + "/tasks/" + held.at("/tasks/0/id") + "/completion";
        assertEquals(
                today.toString(),
                xinglong.post(task, Map.of("result", "已更换"))
                        .expect(200)
                        .json()
                        .path("doneOn")
                        .asText());
        xinglong.post(task, Map.of("result", "又")).expect(409);
        Map<String, Object> right = new HashMap<>(session);
        right.remove("tasks");
        right.put("leader", "更正后的镇长");
        String record = "/leader-sessions/" + held.path("id");
        xinglong.put(record, right).expect(400);
        xinglong.put(record, right, "If-Match", "\"1\"").expect(409);
        xinglong.put(record, right, "If-Match", "\"2\"").expect(200);
        xinglong.put(record, right, "If-Match", "\"2\"").expect(409);
        JsonNode corrections = admin.get(record + "/corrections").expect(200).json();
        assertEquals("测试镇长", corrections.at("/0/before/leader").asText());
        assertEquals("xinglong-clerk", corrections.at("/0/changedBy").asText());
        String problem = record + "/tasks/" + held.at("/tasks/0/id");
        Map<String, Object> exact = Map.of("problem", "两盏路灯不亮", "owner", "镇政府", "dueOn", today.toString());
        clerk.put(problem, exact, "If-Match", "\"3\"").expect(403);
        xinglong.put(problem, exact).expect(400);
        JsonNode now =
                xinglong.put(problem, exact, "If-Match", "\"3\"").expect(200).json();
        assertEquals("两盏路灯不亮", now.at("/tasks/0/problem").asText());
        assertFalse(now.at("/tasks/0").has("doneOn"), now.toString());
        JsonNode said =
                admin.get(record + "/corrections").expect(200).json().get(1).path("before");
        assertEquals("路灯不亮", said.at("/tasks/0/problem").asText());
        assertEquals("已更换", said.at("/tasks/0/result").asText());
    }

    @Test
    void trainingsAndWeakVillagesShowWhatIsStillToDo() {
        JsonNode years =
                admin.get("/trainings/years?division=" + TOWN).expect(200).json();
        assertEquals("DUE", years.get(0).path("state").asText());
        assertTrue(years.get(0).path("advice").asText().contains("再组织 1 次"), years.toString());
        Map<String, Object> training = Map.of(
                "division",
                TOWN,
                "organiser",
                "城关镇便民服务中心",
                "heldOn",
                today.toString(),
                "topics",
                List.of("POLICY"),
                "attended",
                List.of(VILLAGE),
                "people",
                20);
        clerk.post("/trainings", training).expect(200);
        assertEquals(
                "FULFILLED",
                clerk.get("/trainings/years")
                        .expect(200)
                        .json()
                        .get(0)
                        .path("state")
                        .asText());
        JsonNode weak = admin.get("/support/villages").expect(200).json().path("items");
        assertEquals(VILLAGE, weak.get(0).path("division").asText());
        assertTrue(weak.get(0).path("advice").asText().contains("资金"), weak.toString());
        Map<String, Object> money =
                Map.of("division", VILLAGE, "kind", "MONEY", "givenOn", today.toString(), "giver", "县", "what", "经费");
        assertEquals(
                "amount",
                admin.post("/support", money)
                        .expect(400)
                        .json()
                        .at("/violations/0/field")
                        .asText());
        admin.put("/support/villages/" + VILLAGE, Map.of("weak", false, "since", today.toString(), "reason", "测试"))
                .expect(400);
    }

    @Test
    void theShellTellsTheSame() {
        String list = sanban.done("sanban:site-check --division " + TOWN + " --limit 200");
        assertTrue(list.contains("八有一能") && list.contains("六有") && list.contains(Sample.SITE), list);
        String one = sanban.done("sanban:site-check " + SMALL);
        assertTrue(one.contains("R11") && one.contains("40"), one);
        assertTrue(sanban.done("sanban:delivery-list").contains("ledger"));
        assertEquals(1, sanban.shell("sanban:gap-list --days 99").code());
    }

    /** How each town stands in a month. */
    private JsonNode months(LocalDate of) {
        return admin.get("/leader-sessions/months?month=" + YearMonth.from(of))
                .expect(200)
                .json();
    }

    private boolean held(String site, String id) {
        JsonNode check = admin.get("/checks/" + site).expect(200).json();
        return check(check, id).path("holds").asBoolean();
    }

    private static JsonNode check(JsonNode site, String id) {
        for (JsonNode check : site.path("checks")) {
            if (check.path("id").asText().equals(id)) {
                return check;
            }
        }
        throw new AssertionError("no check " + id + ": " + site);
    }

    private String at(String time) {
        return thursday.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant().toString();
    }
}
