// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.itests.PostalLife.handedTo;
import static org.sanban.itests.PostalLife.moved;
import static org.sanban.itests.PostalLife.sends;
import static org.sanban.itests.PostalLife.signed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sanban.carrier.kuaidi100.internal.SimulatedKuaidi100;
import org.sanban.carrier.kuaidi100.internal.SimulatedKuaidi100.Fault;

/** What somebody gains who lives far off: an agent serves, papers travel by parcel, and somebody answers for each of them. */
@ExtendWith(Distribution.class)
class PostalIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOWN = "610926100000";
    private static final String TIME = "2026-11-02 10:00:00";
    private static final AtomicInteger WAYBILLS = new AtomicInteger(100);

    private static SimulatedKuaidi100 carrier;

    private final Sanban sanban = Distribution.get();
    private final String first = waybill();
    private final String second = waybill();
    private final String third = waybill();
    private Rest clerk;
    private Rest officer;
    private Rest agent;
    private JsonNode matter;

    @BeforeAll
    static void installTheCarrier() throws IOException {
        carrier = new SimulatedKuaidi100();
        Sanban sanban = Distribution.get();
        Files.writeString(
                sanban.home().resolve("etc/org.sanban.mode.postal.cfg"), "roundSeconds = 1\nquestionsPerRound = 100\n");
        Files.writeString(
                settings(sanban),
                "url = " + carrier.url() + "\ncustomer = " + SimulatedKuaidi100.CUSTOMER + "\nkey = "
                        + SimulatedKuaidi100.KEY + "\nrestSeconds = 1\n");
        said(sanban.shell("feature:install sanban-carrier-kuaidi100"));
    }

    @AfterAll
    static void removeTheCarrier() throws IOException {
        Sanban sanban = Distribution.get();
        Files.deleteIfExists(settings(sanban));
        said(sanban.shell("feature:uninstall sanban-carrier-kuaidi100"));
        carrier.close();
    }

    @BeforeEach
    void logIn() {
        carrier.breaks(Fault.NONE);
        clerk = sanban.as("chengguan-clerk");
        officer = sanban.as("chengguan-officer");
        agent = sanban.as("chengguan-agent");
        matter = published();
    }

    @Test
    void papersTravelByParcelFromThePickUpToTheReturn() {
        Life life = collecting("postal");
        life.does(agent, "pick-up", sends(first, "taken", List.of(Map.of("name", "户口簿"))))
                .expect(400);
        life.pickUp(first).expect(200);
        assertEquals("post:" + first, life.where(0));
        assertEquals("collecting", life.state().path("stage").asText());
        life.does(agent, "submit-materials", Map.of()).expect(409);
        clerk.get("/papers/" + life.number + "/posting-list", "Accept", "application/pdf")
                .expect(200);

        carrier.moves(first, "1", TIME, "已揽收");
        life.awaitParcel(first, "collected");
        carrier.moves(first, "301", "2026-11-03 10:00:00", "本人签收");
        life.awaitParcel(first, "signed");
        assertEquals("post:" + first, life.where(0), "nobody has signed for what is in it");
        life.does(agent, "receive", signed("moved", List.of())).expect(400);
        life.does(agent, "receive", signed("moved", List.of(Map.of("id", 1)))).expect(200);
        assertEquals("", life.where(0));

        life.does(agent, "dispatch", sends(second, "moved", moved("post:" + second)))
                .expect(200);
        carrier.moves(second, "304", TIME, "驿站代收");
        life.awaitParcel(second, "in-locker");
        life.does(agent, "receive", signed("moved", moved("县民政局"))).expect(200);
        assertEquals("县民政局", life.where(0));

        life.handInAndConclude();
        life.does(agent, "deliver", sends(third, "moved", moved("post:" + third)))
                .expect(200);
        life.does(agent, "file", Map.of()).expect(409);
        carrier.moves(third, "301", TIME, "本人签收");
        life.awaitParcel(third, "signed");
        life.does(agent, "receive", signed("returned", List.of(Map.of("id", 1, "receivedBy", "张示例"))))
                .expect(200);
        life.does(agent, "file", Map.of()).expect(200);
        life.answers(clerk, "revisit", Map.of("satisfaction", "very")).expect(200);
        JsonNode progress = life.progress();
        assertEquals("DONE", progress.path("status").asText());
        assertFalse(progress.toString().contains("示例村一组"), "the public does not see where the applicant lives");
        assertEquals(2, life.tracked(first), "one entry for each change");
    }

    @Test
    void severalParcelsGoBesideEachOther() {
        Life life = collecting("postal");
        life.pickUp(first).expect(200);
        life.does(agent, "pick-up", sends(second, "taken", List.of(Map.of("name", "残疾证", "where", "post:" + second))))
                .expect(200);
        carrier.moves(first, "301", TIME, "本人签收");
        carrier.moves(second, "14", TIME, "收件人拒收");
        life.awaitParcel(first, "signed");
        life.awaitParcel(second, "refused");
        String which = life.does(agent, "receive", signed("moved", List.of(Map.of("id", 1))))
                .expect(400)
                .detail();
        assertTrue(which.contains(first) && which.contains(second), which);
        life.does(agent, "receive", signed(first, "moved", List.of(Map.of("id", 1))))
                .expect(200);
        assertEquals("", life.where(0));
        assertEquals("post:" + second, life.where(1), "the other stays where it is");

        // The one goes on to the department while the other is still on its way back.
        life.does(agent, "dispatch", sends(third, "moved", moved("post:" + third)))
                .expect(200);
        Map<String, Object> back = Map.of("explanation", "申请人已取回残疾证");
        life.does(agent, "take-back", Map.of("answers", back, "returned", List.of(handedTo(2))))
                .expect(200);
        life.does(agent, "receive", signed("moved", moved("县民政局"))).expect(200);
        life.handInAndConclude();

        // The result and the materials that are given back are parcels of their own.
        String result = waybill();
        String papers = waybill();
        life.does(agent, "deliver", sends(result, "moved", List.of())).expect(200);
        life.does(agent, "return-materials", sends(papers, "moved", moved("post:" + papers)))
                .expect(200);
        life.does(agent, "receive", signed("returned", List.of())).expect(200);
        assertTrue(life.does(agent, "file", Map.of()).expect(409).detail().contains(papers));
        life.does(agent, "receive-returned", signed("returned", List.of(handedTo(1))))
                .expect(200);
        life.does(agent, "file", Map.of()).expect(200);
        for (String settled : List.of(first + " pick-up received", second + " pick-up taken-back", papers)) {
            assertTrue(life.state().path("answers").path("parcels").toString().contains(settled), settled);
        }
    }

    @Test
    void aTownshipPublishesWhatItServesByPost() {
        String path = "/scopes/postal/" + TOWN;
        Rest admin = sanban.as("sample-admin");
        List<String> agents = new ArrayList<>();
        clerk.get("/scopes/proxy/" + TOWN)
                .expect(200)
                .json()
                .path("matters")
                .forEach(code -> agents.add(code.asText()));
        List<String> others = new ArrayList<>(agents);
        others.remove(matter.path("code").asText());
        admin.put(path, Map.of("source", "示例文件", "matters", others, "sample", true))
                .expect(200);
        try {
            JsonNode refused = Twin.submit(clerk, draft("postal")).expect(400).json();
            assertEquals(
                    "matter", refused.path("violations").get(0).path("field").asText());
            assertTrue(refused.path("detail").asText().contains("示例文件"), refused::toString);
            clerk.post("/cases", draft("proxy")).expect(201);
        } finally {
            // A list cannot be taken back; now it has what other tests serve.
            admin.put(path, Map.of("source", "示例文件", "matters", agents, "sample", true))
                    .expect(200);
        }
        clerk.post("/cases", draft("postal")).expect(201);
    }

    @Test
    void aRefusedParcelWaitsForTheAgentAndIsSentAgain() {
        Life life = collecting("postal");
        life.pickUp(first).expect(200);
        life.does(agent, "receive", signed("moved", List.of(Map.of("id", 1)))).expect(200);
        life.does(agent, "dispatch", sends(second, "moved", moved("post:" + second)))
                .expect(200);
        carrier.moves(second, "14", TIME, "收件人拒收");
        life.awaitParcel(second, "refused");
        assertEquals(
                "chengguan-agent", life.state().path("holder").path("account").asText());
        carrier.moves(second, "6", "2026-11-03 10:00:00", "退回途中");
        life.awaitParcel(second, "returning");
        life.does(clerk, "take-back", Map.of()).expect(403);
        life.does(agent, "send-again", sends(third, "moved", List.of())).expect(400);
        life.does(agent, "send-again", sends(third, "moved", moved("post:" + third)))
                .expect(200);
        assertEquals("post:" + third, life.where(0));
        life.does(agent, "receive", signed("moved", moved("县民政局"))).expect(200);
        assertEquals("collecting", life.state().path("stage").asText());
    }

    @Test
    void aLostParcelIsMadeGoodBeforeTheCaseGoesOn() {
        Life life = collecting("postal");
        life.pickUp(first).expect(200);
        carrier.moves(first, "2", TIME, "疑难件");
        life.awaitParcel(first, "problem");
        life.answers(agent, "report-lost", Map.of("explanation", "承运方查无下落")).expect(200);
        life.awaitParcel(first, "lost");
        life.does(agent, "submit-materials", Map.of()).expect(409);
        Map<String, Object> remedy = Map.of("remedy", "reissued", "explanation", "户口簿已补办");
        life.answers(agent, "make-good", remedy).expect(400);
        life.does(
                        agent,
                        "make-good",
                        Map.of("answers", remedy, "returned", List.of(Map.of("id", 1, "receivedBy", "张示例"))))
                .expect(200);
        assertEquals("collecting", life.state().path("stage").asText());
    }

    @Test
    void aBrokenInterfaceLosesNothing() {
        Life life = collecting("postal");
        life.pickUp(first).expect(200);
        int before = carrier.asked().size();
        carrier.breaks(Fault.NO_JSON);
        Await.until(SOON, "it is asked", () -> carrier.asked().size() > before);
        life.awaitParcel(first, "sent");
        assertEquals(0, life.tracked(first));
        life.does(
                        clerk,
                        "track",
                        Map.of(
                                "answers",
                                Map.of(
                                        "waybill", first,
                                        "parcel", "in-transit",
                                        "changedAt", "2026-11-02T12:00:00+08:00",
                                        "news", "电话查询")))
                .expect(200);
        // The pause after a failure is a minute; a carrier that is installed anew is asked at once.
        said(sanban.shell("feature:uninstall sanban-carrier-kuaidi100"));
        said(sanban.shell("feature:install sanban-carrier-kuaidi100"));
    }

    @Test
    void itGoesWithoutTouchingTheAgentsModeAndComesBackToItsCases() {
        Life postal = collecting("postal");
        postal.pickUp(first).expect(200);
        Life proxy = collecting("proxy");
        sanban.done("sanban:module-remove sanban-mode-postal");
        try {
            JsonNode kept = postal.state();
            assertTrue(kept.path("modeAbsent").asText().contains("sanban-mode-postal"), kept::toString);
            assertTrue(postal.progress().path("modeAbsent").asText().contains("暂停办理"));
            assertFalse(proxy.state().has("modeAbsent"));
            String asked = "<number>" + postal.number + "</number>";
            assertTrue(sanban.soapAs("chengguan-clerk")
                    .call("getCase", asked)
                    .text("modeAbsent")
                    .contains("sanban-mode-postal"));
            assertTrue(sanban.done("sanban:case-show " + postal.number).contains("sanban-mode-postal"));
            assertEquals(
                    0,
                    agent.get("/cases/" + postal.number + "/steps")
                            .expect(200)
                            .json()
                            .size());
            assertTrue(kept.path("answers").path("parcels").toString().contains(first), kept::toString);
            assertEquals("post:" + first, postal.where(0));
            assertTrue(postal.does(agent, "note", Map.of("note", "x"))
                    .expect(503)
                    .detail()
                    .contains("postal"));
            proxy.does(agent, "collect", Map.of("materials", Sample.complete(matter)))
                    .expect(200);
        } finally {
            sanban.done("sanban:module-install sanban-mode-postal");
        }
        assertFalse(postal.state().has("modeAbsent"));
        postal.does(agent, "receive", signed("moved", List.of(Map.of("id", 1)))).expect(200);
        assertEquals("", sanban.trouble());
    }

    /** A case as the test goes through it. */
    private final class Life extends PostalLife {
        Life(String number) {
            super(number, clerk, sanban.anyone());
        }

        Rest.Answer pickUp(String waybill) {
            Map<String, Object> body =
                    new HashMap<>(sends(waybill, "taken", List.of(Map.of("name", "户口簿", "where", "post:" + waybill))));
            body.put("materials", Sample.complete(matter));
            return does(agent, "pick-up", body);
        }

        void handInAndConclude() {
            does(
                            agent,
                            "submit-materials",
                            Map.of("parts", List.of(Map.of("name", "城关镇审批", "account", "chengguan-officer"))))
                    .expect(200);
            does(officer, "end-part", Map.of("part", 1, "answers", Map.of("outcome", "approved", "result", "准予办理")))
                    .expect(200);
            answers(agent, "conclude", Map.of("conclusion", "准予")).expect(200);
            answers(agent, "feed-back", Map.of("result", "准予", "collectedBy", "agent", "receivedBy", "代办员"))
                    .expect(200);
        }
    }

    private Map<String, Object> draft(String mode) {
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        Map<String, Object> answers = new HashMap<>(Map.of("services", List.of("act"), "course", "whole"));
        if (mode.equals("postal")) {
            answers.put("postAddress", "示例村一组");
        }
        draft.put("mode", mode);
        draft.put("answers", answers);
        return draft;
    }

    /** In stage 5, with a signed agreement. */
    private Life collecting(String mode) {
        Life life = new Life(clerk.post("/cases", draft(mode))
                .expect(201)
                .json()
                .path("number")
                .asText());
        life.does(clerk, "assign", Map.of("assignee", "chengguan-agent")).expect(200);
        life.answers(agent, "step-in", Map.of("finding", "家住偏远")).expect(200);
        String until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(1).toString();
        life.answers(agent, "accept", Map.of("scope", List.of("collect", "submit", "receive"), "validUntil", until))
                .expect(200);
        life.answers(agent, "sign", Map.of("agreement", Sample.scan(agent))).expect(200);
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", Sample.required(matter)))
                .expect(200);
        return life;
    }

    /** A committed matter that the town serves through agents and at its own centre. */
    private JsonNode published() {
        JsonNode page = sanban.anyone()
                .get("/scopes/proxy/" + TOWN + "/matters?limit=200")
                .expect(200)
                .json();
        for (JsonNode one : page.path("items")) {
            JsonNode guide = one.path("guide");
            boolean here = guide.path("levels").toString().contains("5");
            if (here
                    && guide.path("committedDays").asInt() > 0
                    && !Sample.required(one).isEmpty()) {
                return one;
            }
        }
        throw new AssertionError("no such matter is published for agents: " + page);
    }

    private static String waybill() {
        return "EA" + System.currentTimeMillis() % 1_000_000_000 + WAYBILLS.incrementAndGet();
    }

    private static Path settings(Sanban sanban) {
        return sanban.home().resolve("etc/org.sanban.carrier.kuaidi100.cfg");
    }

    private static void said(Sanban.Said said) {
        assertEquals(0, said.code(), said.out());
    }
}
