// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.itests.ProxyForms.acting;
import static org.sanban.itests.ProxyForms.agreed;
import static org.sanban.itests.ProxyForms.fee;
import static org.sanban.itests.ProxyForms.helping;
import static org.sanban.itests.ProxyForms.part;
import static org.sanban.itests.ProxyForms.renewal;
import static org.sanban.itests.SoapLife.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody gains whom an agent helps or acts for: nine stages, an agreement that is kept, everything given back. */
@ExtendWith(Distribution.class)
class ProxyIT {
    private static final String TOWN = "610926100000";
    private static final String NEXT = "specialist-1";

    private final Sanban sanban = Distribution.get();
    private Rest clerk;
    private Rest officer;
    private Rest agent;
    private Rest next;
    private Rest anyone;
    private List<JsonNode> matters;

    @BeforeEach
    void logIn() {
        clerk = sanban.as("chengguan-clerk");
        officer = sanban.as("chengguan-officer");
        agent = sanban.as("chengguan-agent");
        next = sanban.as(NEXT);
        anyone = sanban.anyone();
        matters = published();
    }

    @Test
    void anAgentActsThroughAllNineStages() {
        Life life = submitted(acting());
        assertEquals("提前介入", life.progress().path("stage").asText());
        life.answers(agent, "step-in", Map.of("finding", "已了解")).expect(403);
        life.assign().expect(200);
        life.answers(agent, "step-in", Map.of("finding", "家中老人行动不便")).expect(200);
        life.does(agent, "accept-help", Map.of()).expect(409);
        life.answers(agent, "accept", Map.of("scope", List.of("submit"), "validUntil", "2024-01-01"))
                .expect(400);
        life.answers(agent, "accept", agreed("collect", "submit", "pay", "receive"))
                .expect(200);
        life.prints("proxy-acceptance");
        life.prints("entrustment");
        agent.get("/papers/" + life.number + "/proxy-ending").expect(409);
        life.does(agent, "sign", Map.of()).expect(400);
        life.answers(agent, "sign", Map.of("agreement", Sample.scan(agent))).expect(200);
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", List.of()))
                .expect(400);
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", Sample.required(matters.get(0))))
                .expect(200);
        life.does(agent, "submit-materials", Map.of()).expect(409);
        life.does(
                        agent,
                        "collect",
                        Map.of("materials", Sample.complete(matters.get(0)), "taken", List.of(Map.of("name", "户口簿"))))
                .expect(200);
        life.answers(agent, "pay", fee(agent, 0)).expect(400);
        life.answers(agent, "pay", fee(agent, 12.5)).expect(200);
        life.does(agent, "submit-materials", Map.of("parts", List.of(part("城关镇审批", "chengguan-officer"))))
                .expect(200);
        assertTrue(life.progress().path("why").asText().contains("工作日"), "the limit runs from handing in");
        life.does(agent, "open-parts", Map.of("parts", List.of(part("县级复核", "county-officer"))))
                .expect(200);
        life.answers(agent, "conclude", Map.of("conclusion", "全部准予")).expect(409);
        life.end(officer, 2, "approved").expect(403);
        life.end(officer, 1, "denied").expect(400);
        life.end(officer, 1, "approved").expect(200);
        assertEquals(2, life.progress().path("parts").size());
        life.end(sanban.as("county-officer"), 2, "approved").expect(200);
        life.answers(agent, "conclude", Map.of("conclusion", "全部准予")).expect(200);
        life.answers(agent, "feed-back", Map.of("result", "准予办理", "collectedBy", "agent", "receivedBy", "张示例"))
                .expect(200);
        assertTrue(life.does(agent, "file", Map.of()).expect(409).detail().contains("户口簿"));
        life.does(agent, "file", Map.of("returned", List.of(Map.of("id", 1, "receivedBy", "张示例"))))
                .expect(200);
        life.prints("proxy-ending");
        life.answers(clerk, "revisit", Map.of("satisfaction", "very")).expect(200);
        JsonNode done = life.progress();
        assertEquals("DONE", done.path("status").asText());
        assertFalse(done.toString().contains(Sample.ID), "the public sees no personal data");
        JsonNode answers = life.state().path("answers");
        assertEquals(12.5, answers.path("paidTotal").asDouble());
    }

    @Test
    void whatIsNotEntrustedIsNotedOnly() {
        Map<String, Object> answers = acting();
        answers.put("course", "stages");
        answers.put("stages", List.of("collecting"));
        Life life = signed(answers, "collect");
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", Sample.required(matters.get(0))))
                .expect(409);
        life.answers(agent, "self-done", Map.of("selfDone", "申请人已自行咨询")).expect(200);
        life.does(agent, "collect", Map.of("materials", Sample.complete(matters.get(0))))
                .expect(200);
        assertTrue(life.does(agent, "submit-materials", Map.of())
                .expect(409)
                .detail()
                .contains("报送材料"));
        life.answers(agent, "pay", fee(agent, 5)).expect(409);
        for (int stage = 0; stage < 3; stage++) {
            life.answers(agent, "self-done", Map.of("selfDone", "申请人自行办理")).expect(200);
        }
        life.does(agent, "file", Map.of()).expect(200);
        life.answers(agent, "revisit", Map.of("satisfaction", "yes")).expect(200);
        assertEquals("DONE", life.progress().path("status").asText());
    }

    @Test
    void whoHelpsDoesNothingInTheApplicantsName() {
        Life life = submitted(helping());
        life.assign().expect(200);
        life.answers(agent, "step-in", Map.of("finding", "需要指导")).expect(200);
        life.answers(agent, "accept", agreed("submit")).expect(409);
        life.does(agent, "accept-help", Map.of()).expect(200);
        life.answers(agent, "self-done", Map.of("selfDone", "自行")).expect(409);
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", Sample.required(matters.get(0))))
                .expect(200);
        life.does(agent, "collect", Map.of("taken", List.of(Map.of("name", "户口簿"))))
                .expect(409);
        life.does(agent, "submit-materials", Map.of()).expect(409);
        life.answers(agent, "pay", fee(agent, 5)).expect(409);
        life.answers(agent, "help-submit", Map.of("help", "陪同到窗口")).expect(200);
        life.answers(agent, "renew", renewal(agent, "submit")).expect(409);
        life.answers(agent, "terminate", Map.of("reason", "gone", "explanation", "申请人去世"))
                .expect(200);
        assertEquals("TERMINATED", life.progress().path("status").asText());
    }

    @Test
    void aRevokedEntrustmentLeavesGivingBack() {
        Life life = signed(acting(), "collect", "submit");
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", Sample.required(matters.get(0))))
                .expect(200);
        life.does(agent, "collect", Map.of("taken", List.of(Map.of("name", "户口簿"))))
                .expect(200);
        life.answers(clerk, "revoke", Map.of()).expect(400);
        life.answers(clerk, "revoke", Map.of("reason", "申请人决定自己办")).expect(200);
        life.does(agent, "collect", Map.of("materials", Sample.complete(matters.get(0))))
                .expect(409);
        life.does(agent, "submit-materials", Map.of()).expect(409);
        life.does(agent, "give-back", Map.of("taken", List.of(Map.of("name", "身份证"))))
                .expect(400);
        assertTrue(life.does(agent, "close", Map.of()).expect(409).detail().contains("户口簿"));
        life.does(agent, "give-back", Map.of("returned", List.of(Map.of("id", 1, "receivedBy", "张示例"))))
                .expect(200);
        life.does(agent, "close", Map.of()).expect(200);
        assertEquals("WITHDRAWN", life.progress().path("status").asText());
    }

    @Test
    void aRelayWaitsForItsAcceptance() {
        Life life = signed(acting(), "submit");
        assertTrue(life.relay(NEXT).expect(409).detail().contains("接力"));
        life.answers(agent, "renew", renewal(agent, "submit", "relay")).expect(200);
        life.relay("xinglong-agent").expect(400);
        life.relay("chengguan-agent").expect(400);
        life.does(agent, "take-over", Map.of()).expect(409);
        life.relay(NEXT).expect(200);
        Map<String, Object> advice = Map.of("advice", "请备齐", "needed", Sample.required(matters.get(0)));
        life.answers(agent, "advise", advice).expect(403);
        life.answers(next, "advise", advice).expect(409);
        life.does(next, "send-back", Map.of("assignee", "xinglong-agent", "answers", Map.of("reason", "忙")))
                .expect(400);
        life.does(next, "send-back", Map.of("assignee", "chengguan-agent", "answers", Map.of("reason", "忙")))
                .expect(200);
        life.relay(NEXT).expect(200);
        life.does(next, "take-over", Map.of()).expect(200);
        life.answers(next, "advise", advice).expect(200);
        assertEquals(NEXT, life.state().path("holder").path("account").asText());
        JsonNode timeline = life.progress().path("timeline");
        assertTrue(timeline.toString().contains("接收转交"), timeline.toString());
    }

    @Test
    void aSuspendedCaseGoesOnWhereItWas() {
        Life life = signed(acting(), "submit");
        life.answers(agent, "suspend", Map.of("reason", "whim", "basis", "-", "explanation", "-"))
                .expect(400);
        life.answers(agent, "suspend", Map.of("reason", "materials", "basis", "申请人来电", "explanation", "等户口簿"))
                .expect(200);
        assertEquals("已中止", life.progress().path("stage").asText());
        life.prints("proxy-suspension");
        life.prints("proxy-continuation");
        life.answers(agent, "continue-collecting", renewal(agent, "submit")).expect(409);
        life.does(agent, "continue-advising", Map.of()).expect(400);
        life.answers(agent, "continue-advising", renewal(agent, "submit")).expect(200);
        assertEquals("advising", life.state().path("stage").asText());
        life.answers(agent, "terminate", Map.of("reason", "no-cooperation", "explanation", "申请人不再配合"))
                .expect(200);
        life.prints("proxy-ending");
    }

    @Test
    void oneThingIsSeveralMattersWithOneProgress() {
        Map<String, Object> answers = acting();
        answers.put("matters", List.of(code(1)));
        Life life = signed(answers, "collect", "submit");
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", Sample.required(matters.get(0))))
                .expect(200);
        life.does(agent, "collect", Map.of("materials", Sample.complete(matters.get(0))))
                .expect(200);
        Map<String, Object> first = Map.of("matter", code(0), "account", "chengguan-officer");
        life.does(agent, "submit-materials", Map.of("parts", List.of(first))).expect(200);
        life.end(officer, 1, "approved").expect(200);
        assertTrue(life.answers(agent, "conclude", Map.of("conclusion", "全部准予"))
                .expect(409)
                .detail()
                .contains(code(1)));
        life.does(
                        agent,
                        "open-parts",
                        Map.of("parts", List.of(Map.of("matter", code(1), "account", "chengguan-officer"))))
                .expect(200);
        assertEquals(
                matters.get(1).path("name").asText(),
                life.progress().path("parts").get(1).path("name").asText());
        life.end(officer, 2, "approved").expect(200);
        life.answers(agent, "conclude", Map.of("conclusion", "全部准予")).expect(200);
    }

    @Test
    void anApplicationIsChecked() {
        Map<String, Object> both = acting();
        both.put("services", List.of("help", "act"));
        refuses(both, "answers.services");
        Map<String, Object> none = acting();
        none.put("course", "stages");
        refuses(none, "answers.stages");
        Map<String, Object> all = acting();
        all.put("stages", List.of("advising"));
        refuses(all, "answers.stages");
        Map<String, Object> twice = acting();
        twice.put("matters", List.of(code(0)));
        refuses(twice, "answers.matters");
        Map<String, Object> outside = acting();
        outside.put("matters", List.of(unpublished()));
        refuses(outside, "answers.matters");
        Map<String, Object> unpublished = new HashMap<>(draft(acting()));
        unpublished.put("matter", unpublished());
        Twin.submit(clerk, unpublished).expect(400);
        Map<String, Object> early = new HashMap<>(draft(acting()));
        early.put("taken", List.of(Map.of("name", "户口簿")));
        assertTrue(Twin.submit(clerk, early).expect(400).detail().contains("收集报送"));
    }

    @Test
    void aRefusalSaysWhy() {
        Life life = submitted(acting());
        life.answers(clerk, "refuse", Map.of("explanation", "须本人到场")).expect(400);
        life.answers(clerk, "refuse", Map.of("reason", "in-person", "explanation", "须本人到场"))
                .expect(200);
        JsonNode refused = life.progress();
        assertEquals("REFUSED", refused.path("status").asText());
        assertTrue(refused.path("timeline").toString().contains("本人"), refused.toString());
    }

    @Test
    void overSoapAnAgentHelpsAndIsHeldToIt() {
        Soap caller = sanban.soapAs("chengguan-clerk");
        Soap helper = sanban.soapAs("chengguan-agent");
        Map<String, Object> answers = helping();
        answers.put("course", "stages");
        answers.put("stages", List.of("advising", "collecting", "feeding-back"));
        SoapLife life = SoapLife.submitted(caller, Twin.draft(draft(answers)));
        life.does(caller, "assign", "<assignee>chengguan-agent</assignee>");
        life.refused("FORBIDDEN", caller, "step-in", answer("finding", "需要指导"));
        life.does(helper, "step-in", answer("finding", "需要指导"));
        life.does(helper, "accept-help");
        life.refused("INVALID", helper, "suspend");
        life.does(helper, "advise", answer("advice", "请备齐"), answer("needed", Sample.required(matters.get(0))));
        life.refused("CONFLICT", helper, "submit-materials");
        life.does(helper, "help-submit", answer("help", "陪同到窗口"));
        life.does(helper, "self-done", answer("selfDone", "申请人自行与部门联系"));
        String result = answer("result", "准予") + answer("collectedBy", "applicant");
        life.does(helper, "feed-back", result, answer("receivedBy", "张示例"));
        life.does(helper, "file");
        life.does(helper, "revisit", answer("satisfaction", "fairly"));
        Xml progress = new Soap(sanban.anyone())
                .call("followCase", "<number>" + life.number + "</number><phoneEnding>1234</phoneEnding>");
        assertEquals("DONE", progress.text("status"));
    }

    /** A case as the test goes through it; it knows its version. */
    private final class Life extends SeenLife {
        Life(String number) {
            super(number, clerk, anyone);
        }

        Rest.Answer assign() {
            return does(clerk, "assign", Map.of("assignee", "chengguan-agent"));
        }

        Rest.Answer relay(String to) {
            return does(agent, "relay", Map.of("assignee", to, "answers", Map.of("reason", "需县级协调")));
        }

        Rest.Answer end(Rest who, int part, String outcome) {
            return does(who, "end-part", Map.of("part", part, "answers", Map.of("outcome", outcome, "result", "准予办理")));
        }

        /** One of the forms A to E, on the list of what can be printed now, and printed. */
        void prints(String paper) {
            String papers = "/papers/" + number;
            assertTrue(agent.get(papers).expect(200).body().contains("\"" + paper + "\""), paper);
            assertTrue(agent.get(papers + "/" + paper).expect(200).body().startsWith("%PDF-1"), paper);
        }
    }

    private Life submitted(Map<String, Object> answers) {
        return new Life(clerk.post("/cases", draft(answers))
                .expect(201)
                .json()
                .path("number")
                .asText());
    }

    /** In stage 4, with a signed agreement. */
    private Life signed(Map<String, Object> answers, String... scope) {
        Life life = submitted(answers);
        life.assign().expect(200);
        life.answers(agent, "step-in", Map.of("finding", "已了解")).expect(200);
        life.answers(agent, "accept", agreed(scope)).expect(200);
        life.answers(agent, "sign", Map.of("agreement", Sample.scan(agent))).expect(200);
        return life;
    }

    private void refuses(Map<String, Object> answers, String field) {
        JsonNode violations =
                Twin.submit(clerk, draft(answers)).expect(400).json().path("violations");
        assertEquals(field, violations.get(0).path("field").asText(), violations.toString());
    }

    private Map<String, Object> draft(Map<String, Object> answers) {
        Map<String, Object> draft = new HashMap<>(Sample.draft(matters.get(0)));
        draft.put("mode", "proxy");
        draft.put("answers", answers);
        return draft;
    }

    private String code(int index) {
        return matters.get(index).path("code").asText();
    }

    /** Committed matters that the town serves through agents and at its own centre. */
    private List<JsonNode> published() {
        JsonNode page = anyone.get("/scopes/proxy/" + TOWN + "/matters?limit=200")
                .expect(200)
                .json();
        List<JsonNode> found = new ArrayList<>();
        page.path("items").forEach(one -> {
            JsonNode guide = one.path("guide");
            boolean here = guide.path("levels").toString().contains("5");
            if (here
                    && guide.path("committedDays").asInt() > 0
                    && !Sample.required(one).isEmpty()) {
                found.add(one);
            }
        });
        assertTrue(found.size() > 1, "two such matters are published for agents: " + page);
        return found;
    }

    /** One that it does not. */
    private String unpublished() {
        JsonNode scope = anyone.get("/scopes/proxy/" + TOWN).expect(200).json();
        for (JsonNode one : anyone.get("/matters?limit=200").expect(200).json().path("items")) {
            String code = one.path("code").asText();
            if (!scope.path("matters").toString().contains(code)) {
                return code;
            }
        }
        throw new AssertionError("every matter is published for agents");
    }
}
