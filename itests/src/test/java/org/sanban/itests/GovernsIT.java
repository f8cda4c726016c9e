// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The county governs its matters: where they are published, who has taken them over, what makes one thing. */
@ExtendWith(Distribution.class)
@Isolated
class GovernsIT {
    private static final String TOWN = "610926100000";
    private static final String OWN = "440118009777";

    private final String today = Calendars.today().toString();
    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private final Rest admin = sanban.as("sample-admin");
    private final Rest supervisor = sanban.as("supervisor");
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest otherTown = sanban.as("xinglong-clerk");

    @AfterEach
    void takeDown() {
        if (anyone.get("/matters/" + OWN).status() == 200) {
            admin.post("/matters/" + OWN + "/withdrawal", "");
            admin.post("/postings/douyin/" + OWN + "/withdrawal", "").expect(204);
        }
    }

    @Test
    void aGuideThatChangesIsOutdatedWhereItIsPublished() {
        publish("不收费");
        assertTrue(missing("douyin").contains(OWN));
        Map<String, Object> posting = Map.of("version", version(), "reference", "https://example.org/v/1");
        clerk.put("/postings/douyin/" + OWN, posting).expect(403);
        anyone.get("/postings?channel=douyin").expect(401);
        admin.put("/postings/douyin/" + OWN, posting).expect(200);
        admin.put("/postings/douyin/" + OWN, Map.of("version", 99, "reference", "x"))
                .expect(404);
        admin.put("/postings/douyin/" + OWN, Map.of("reference", "x")).expect(400);
        assertFalse(missing("douyin").contains(OWN));
        assertFalse(outdated().contains(OWN));

        publish("10 元");
        assertTrue(outdated().contains(OWN));
        JsonNode line = lines("douyin").stream()
                .filter(one -> one.path("matter").asText().equals(OWN))
                .findFirst()
                .orElseThrow();
        JsonNode douyin = line.path("channels").get(0);
        assertEquals("抖音可查", douyin.path("name").asText());
        assertTrue(douyin.path("why").asText().contains("现行为第 " + version() + " 版"), douyin.toString());
        assertTrue(douyin.has("next"));
    }

    @Test
    void whatHangsOnTheWallIsTheCurrentVersion() {
        publish("不收费");
        String path = "/postings/" + Sample.SITE + "/" + OWN;
        Map<String, Object> notice = Map.of("version", version(), "reference", "大厅公开栏");
        assertFalse(checks().contains("published.current"), "where nothing is written down nobody can tell");
        assertTrue(checks().contains("published.notices"));
        otherTown.put(path, notice).expect(403);
        anyone.put(path, notice).expect(401);
        clerk.put("/postings/610926199000-01/" + OWN, notice).expect(404);
        clerk.put(path, notice).expect(200);
        try {
            publish("10 元");
            JsonNode board =
                    clerk.get("/postings/boards/" + Sample.SITE).expect(200).json();
            assertEquals(1, board.path("hanging").asInt(), board.toString());
            assertEquals(OWN, board.at("/outdated/0/matter").asText());
            assertEquals(version(), board.at("/outdated/0/inForce").asInt());
            JsonNode listed =
                    anyone.get("/scopes/proxy/" + TOWN).expect(200).json().path("matters");
            assertEquals(listed.size(), board.path("missing").size(), board.toString());
            assertEquals(
                    OWN,
                    clerk.get("/postings?outdated=true&channel=" + Sample.SITE)
                            .expect(200)
                            .json()
                            .at("/items/0/matter")
                            .asText());
            assertTrue(checks().contains("公开栏 1 份办事指南中 1 份不是现行版本：测试事项"), checks());
            String shown = sanban.done("sanban:site-check " + Sample.SITE);
            assertTrue(shown.contains("R25") && shown.contains("不是现行版本"), shown);
        } finally {
            clerk.post(path + "/withdrawal", "").expect(204);
        }
        assertTrue(checks().contains("没有登记公开栏张贴了哪些办事指南"));
    }

    @Test
    void aCountyPublishesOneListForItsTownsAndAnotherForItsVillages() {
        publish("不收费");
        String first = anyone.get("/packages/elderly")
                .expect(200)
                .json()
                .path("application")
                .path("matter")
                .asText();
        String path = "/scopes/probe/610926000000";
        clerk.put(path, Map.of("source", "IT", "tier", "TOWN", "matters", List.of(OWN)))
                .expect(403);
        admin.put(path, Map.of("source", "IT", "tier", "TOWN", "matters", List.of(OWN)))
                .expect(200);
        byte[] file = ("编码\n" + first + "\n").getBytes(StandardCharsets.UTF_8);
        admin.post(path + "/imports?source=IT&tier=VILLAGE", file, "Content-Type", "text/csv")
                .expect(200);
        admin.post(path + "/imports?source=IT&tier=STREET", file, "Content-Type", "text/csv")
                .expect(400);
        JsonNode town = anyone.get("/scopes/probe/" + TOWN).expect(200).json();
        assertEquals("TOWN", town.path("tier").asText());
        assertEquals(OWN, town.at("/matters/0").asText());
        assertEquals(
                first,
                anyone.get("/scopes/probe/610926100211/matters")
                        .expect(200)
                        .json()
                        .at("/items/0/code")
                        .asText());
        anyone.get(path).expect(404);
        JsonNode told = anyone.get(path + "/comparison?tier=TOWN&otherTier=VILLAGE")
                .expect(200)
                .json();
        assertEquals(OWN, told.at("/added/0/code").asText());
        assertEquals(first, told.at("/absent/0/code").asText());
        String shown = sanban.done("sanban:scope-show --tier VILLAGE probe 610926000000");
        assertTrue(shown.contains("村级") && shown.contains(first), shown);
    }

    @Test
    void theCountySeesWhatEachChannelLacks() {
        JsonNode summary = supervisor.get("/coverage/summary").expect(200).json();
        assertTrue(summary.path("matters").asInt() > 1000, summary.toString());
        assertEquals(
                List.of("douyin", "wechat", "hotline"), summary.path("channels").findValuesAsText("channel"));
        assertFalse(summary.path("source").asText().isBlank());
        supervisor.get("/coverage?missing=weibo").expect(400);
        assertTrue(supervisor.get("/coverage/export").expect(200).body().startsWith("PK"), "an xlsx is a zip");
        supervisor.get("/coverage/export?missing=weibo").expect(400);
        anyone.get("/coverage").expect(401);
        String shown = sanban.done("sanban:coverage-list");
        assertTrue(shown.contains("抖音可查") && shown.contains("电话可约"), shown);
        String lacking = sanban.done("sanban:coverage-list --missing douyin --limit 3");
        assertTrue(lacking.contains("--after"), lacking);
    }

    @Test
    void aTownTakesOverTheMattersOfItsList() {
        JsonNode first =
                clerk.get("/takeovers?limit=1").expect(200).json().path("items").get(0);
        assertEquals(TOWN, first.path("division").asText());
        String path = "/takeovers/" + TOWN + "/" + first.path("matter").asText();
        int version = first.path("version").asInt();
        otherTown.get(path).expect(403);
        otherTown.put(path, move("TRAINING", null, version)).expect(403);
        supervisor.put(path, move("TRAINING", null, version)).expect(403);
        clerk.put(path, move("READY", "", version)).expect(400);
        clerk.put(path, move("TAKEN_OVER", "已办", version)).expect(409);
        clerk.put(path, move("TRAINING", null, version)).expect(200);
        clerk.put(path, move("READY", "培训两次，考核合格", version)).expect(409);
        sanban.as("chengguan-officer")
                .put(path + "/guidance", Map.of("guidance", "每月驻点指导一次", "version", version + 1))
                .expect(200);
        JsonNode ready = clerk.put(path, move("READY", "培训两次，考核合格", version + 2))
                .expect(200)
                .json();
        assertEquals("每月驻点指导一次", ready.path("guidance").asText());
        JsonNode history = supervisor.get(path + "/history").expect(200).json();
        assertEquals(3, history.size(), history.toString());
        assertFalse(clerk.get("/takeovers?behind=true&limit=200")
                .expect(200)
                .body()
                .contains(first.path("matter").asText()));

        JsonNode county = supervisor.get("/takeovers/summary").expect(200).json();
        assertEquals(11, county.path("items").size(), "every town");
        JsonNode town = county.path("items").get(0);
        assertEquals(TOWN, town.path("division").asText());
        assertEquals(1, town.path("states").path("READY").asInt());
        assertEquals(town.path("listed").asInt() - 1, town.path("behind").asInt());
        assertEquals(
                1,
                otherTown
                        .get("/takeovers/summary")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        String shown = sanban.done("sanban:takeover-list");
        assertTrue(shown.contains("城关镇") && shown.contains("接得住"), shown);
        assertTrue(sanban.done("sanban:takeover-list --limit 200 " + TOWN).contains("每月驻点指导一次"));
    }

    @Test
    void oneThingIsAskedForOnceWithItsMaterialsMerged() {
        JsonNode things = anyone.get("/packages").expect(200).json().path("items");
        assertTrue(things.findValuesAsText("code").containsAll(List.of("disability", "elderly")));
        things.forEach(thing -> assertTrue(thing.path("sample").asBoolean()));
        JsonNode elderly = anyone.get("/packages/elderly").expect(200).json();
        JsonNode card = elderly.path("materials").get(0);
        assertEquals("居民身份证", card.path("name").asText());
        assertTrue(card.path("matters").size() > 1, "asked for by several, handed in once");
        List<String> others = new ArrayList<>();
        elderly.path("application").path("matters").forEach(code -> others.add(code.asText()));
        Map<String, Object> draft = new HashMap<>();
        draft.put("mode", "proxy");
        draft.put("matter", elderly.path("application").path("matter").asText());
        draft.put("site", Sample.SITE);
        draft.put("applicant", Sample.applicant());
        draft.put("answers", Map.of("services", List.of("act"), "course", "whole", "matters", others));
        String number =
                clerk.post("/cases", draft).expect(201).json().path("number").asText();
        JsonNode desk = supervisor.get("/desk?limit=200").expect(200).json();
        assertTrue(desk.path("modes").findValuesAsText("number").contains(number), "the general desk sees it");
        otherTown.get("/desk?division=" + TOWN).expect(403);
        anyone.get("/desk").expect(401);
        assertTrue(sanban.done("sanban:desk --limit 200").contains(number));
    }

    @Test
    void theRulesOfTheCountyArePublishedInVersionsForEverybody() {
        String path = "/documents/610926000000/onsite-service";
        Map<String, Object> wanted = Map.of(
                "title",
                "“上门办”服务制度（示例）",
                "issuer",
                "县审批局",
                "about",
                "onsite",
                "source",
                "IT",
                "sample",
                true,
                "attachment",
                Sample.scan(admin));
        clerk.put(path, wanted).expect(403);
        int version = admin.put(path, wanted).expect(200).json().path("version").asInt();
        try {
            assertTrue(anyone.get("/documents?about=onsite&division=" + TOWN)
                    .expect(200)
                    .json()
                    .path("items")
                    .findValuesAsText("code")
                    .contains("onsite-service"));
            Rest.Answer file =
                    anyone.get(path + "/versions/" + version + "/file").expect(200);
            assertTrue(file.body().contains("PNG"));
            assertTrue(
                    file.headers().firstValue("Content-Disposition").orElse("").contains("scan.png"));
        } finally {
            admin.post(path + "/withdrawal", "").expect(200);
        }
        anyone.get(path + "/versions/" + version + "/file").expect(200);
    }

    @Test
    void howTwentySitesStandIsToldQuickly() {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            JsonNode page = supervisor.get("/checks?limit=20").expect(200).json();
            millis.add((System.nanoTime() - start) / 1_000_000);
            assertEquals(20, page.path("items").size());
        }
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.println("GovernsIT: twenty sites checked in " + millis + " ms, median " + sorted.get(10));
        assertTrue(sorted.get(10) < 300, "twenty sites are no long work: " + millis);
    }

    @Test
    void thePackagesOfTheCountyComeFromATable() {
        String first = anyone.get("/packages/elderly")
                .json()
                .path("application")
                .path("matter")
                .asText();
        publish("不收费");
        String table = "一件事编码,一件事名称,事项编码,情形\nprobe,测试一件事," + first + ",\n,," + OWN + ",家庭困难\n";
        byte[] file = table.getBytes(StandardCharsets.UTF_8);
        String path = "/packages/imports?file=a.csv&source=IT&apply=";
        clerk.post(path + "true", file, "Content-Type", "text/csv").expect(403);
        JsonNode checked = admin.post(path + "false", file, "Content-Type", "text/csv")
                .expect(200)
                .json();
        assertEquals(1, checked.path("created").asInt(), checked.toString());
        anyone.get("/packages/probe").expect(404);
        admin.post(path + "true", file, "Content-Type", "text/csv").expect(200);
        try {
            assertEquals(
                    "家庭困难",
                    anyone.get("/packages/probe")
                            .expect(200)
                            .json()
                            .path("parts")
                            .get(1)
                            .path("when")
                            .asText());
        } finally {
            admin.post("/packages/probe/withdrawal", "").expect(200);
        }
        assertFalse(anyone.get("/packages").expect(200).body().contains("probe"));
        anyone.get("/packages/probe").expect(200);
    }

    private String checks() {
        return clerk.get("/checks/" + Sample.SITE).expect(200).body();
    }

    private void publish(String fee) {
        admin.put(
                        "/matters/" + OWN,
                        Map.of(
                                "name",
                                "测试事项",
                                "department",
                                "县审批局",
                                "type",
                                "LICENCE",
                                "source",
                                "IT",
                                "guide",
                                Map.of("fee", fee)))
                .expect(200);
    }

    private int version() {
        return anyone.get("/matters/" + OWN)
                .expect(200)
                .json()
                .path("guide")
                .path("version")
                .asInt();
    }

    private List<String> missing(String channel) {
        return lines(channel).stream().map(line -> line.path("matter").asText()).toList();
    }

    /** What a channel lacks, from just before the matter of this test on. */
    private List<JsonNode> lines(String channel) {
        List<JsonNode> lines = new ArrayList<>();
        String before = OWN.substring(0, OWN.length() - 1);
        supervisor
                .get("/coverage?limit=5&missing=" + channel + "&after=" + before)
                .expect(200)
                .json()
                .path("items")
                .forEach(lines::add);
        return lines;
    }

    private List<String> outdated() {
        return supervisor
                .get("/postings?channel=douyin&outdated=true&limit=200")
                .expect(200)
                .json()
                .findValuesAsText("matter");
    }

    private Map<String, Object> move(String state, String note, int version) {
        Map<String, Object> move = new HashMap<>(Map.of("state", state, "since", today, "version", version));
        if (note != null) {
            move.put("note", note);
        }
        return move;
    }
}
