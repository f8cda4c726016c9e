// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody far from the centre gains: a matter is taken at a stop nearby and its result collected there. */
@ExtendWith(Distribution.class)
class MobileIT {
    private final Sanban sanban = Distribution.get();
    private final Rest agent = sanban.as("chengguan-agent");
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest officer = sanban.as("chengguan-officer");
    private final Rest admin = sanban.as("sample-admin");
    private final MobilePoint point = MobilePoint.of(sanban);
    private final JsonNode matter = MobilePoint.matter(agent, true);

    @Test
    void fromAStopToTheCentreAndBackToAStop() {
        Map<String, Object> draft = point.draft(matter, "吴示例");
        draft.put("materials", Sample.complete(matter));
        draft.put("taken", List.of(Map.of("name", "户口簿（示例）")));
        CaseLife life = new CaseLife(submitted(draft));
        life.answers(clerk, "accept", Map.of()).expect(409);
        life.answers(agent, "receive", Map.of("broughtBy", "城关代办员（示例）", "checked", "matches"))
                .expect(403);
        life.answers(clerk, "receive", Map.of("broughtBy", "城关代办员（示例）", "checked", "differs"))
                .expect(400);
        life.does(
                        clerk,
                        "receive",
                        Map.of(
                                "answers", Map.of("broughtBy", "城关代办员（示例）", "checked", "matches"),
                                "moved", List.of(Map.of("id", 1, "where", Sample.SITE))))
                .expect(200);
        life.answers(clerk, "accept", Map.of()).expect(200);
        life.answers(officer, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        life.answers(agent, "carry", Map.of("deliveryStop", 987_654)).expect(400);
        life.answers(agent, "carry", Map.of("deliveryStop", point.stop())).expect(200);
        assertEquals("ON_TIME", progress(life).path("light").asText());
        life.answers(agent, "deliver", Map.of("receivedBy", "吴示例")).expect(409);
        life.answers(agent, "bring-back", Map.of("reason", "申请人外出")).expect(200);
        life.answers(agent, "carry", Map.of("deliveryStop", point.stop())).expect(200);
        life.does(
                        agent,
                        "deliver",
                        Map.of(
                                "answers", Map.of("receivedBy", "吴示例"),
                                "returned", List.of(Map.of("id", 1, "receivedBy", "吴示例"))))
                .expect(200);
        assertEquals("DONE", progress(life).path("status").asText());
    }

    @Test
    void whatAMobilePointCannotTakeIsRefusedByName() {
        refused(Map.of("site", Sample.SITE), "site");
        refused(Map.of("answers", Map.of()), "answers.stop");
        refused(Map.of("answers", Map.of("stop", 987_654)), "answers.stop");
        refused(
                Map.of(
                        "answers",
                        Map.of("stop", point.stop(), "takenAt", Instant.now().toString())),
                "answers.takenAt");
        long later = MobilePoint.stop(admin, "示例村口", 86_400, 90_000);
        refused(Map.of("answers", Map.of("stop", later)), "answers.stop");
        admin.post("/stops/" + later + "/cancellation", "").expect(200);
        refused(Map.of("answers", Map.of("stop", later)), "answers.stop");
        refused(Map.of("matter", unlisted()), "matter");
        Twin.submit(officer, point.draft(matter, "示例")).expect(403);
    }

    @Test
    void aNumberSetApartIsUsedOnceByItsAccount() {
        JsonNode given = agent.post("/numbers", Map.of("count", 2)).expect(201).json();
        String number = given.path(0).path("number").asText();
        Map<String, Object> draft = point.draft(matter, "郑示例");
        draft.put("number", number);
        Twin.submit(clerk, draft).expect(400);
        draft.put(
                "answers",
                Map.of(
                        "stop",
                        point.stop(),
                        "takenAt",
                        Instant.now().minusSeconds(1_800).toString()));
        assertTrue(Twin.submit(agent, draft).expect(400).body().contains("answers.takenAt"));
        draft.put(
                "answers",
                Map.of(
                        "stop",
                        point.stop(),
                        "takenAt",
                        given.path(0).path("reservedAt").asText()));
        assertEquals(
                number,
                agent.post("/cases", draft).expect(201).json().path("number").asText());
        JsonNode again = agent.post("/cases", draft, "Idempotency-Key", number)
                .expect(201)
                .json();
        assertEquals(
                number + true,
                again.path("number").asText() + again.path("repeated").asBoolean());
        draft.put("note", "另一份");
        String used = Twin.submit(agent, draft).expect(409).detail();
        assertTrue(used.contains(number) && used.contains("城关代办员"), used);
        assertEquals(
                "USED",
                clerk.get("/numbers/" + number).expect(200).json().path("state").asText());
        sanban.as("xinglong-clerk").get("/numbers/" + number).expect(404);
        String spare = given.path(1).path("number").asText();
        agent.post("/numbers/" + spare + "/give-up", Map.of()).expect(400);
        agent.post("/numbers/" + spare + "/give-up", Map.of("reason", "用不到")).expect(200);
        assertTrue(sanban.as("supervisor")
                .get("/numbers?state=given_up")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("number")
                .contains(spare));
        clerk.post("/numbers", Map.of("count", 201)).expect(400);
        officer.post("/numbers", Map.of("count", 1)).expect(403);
    }

    @Test
    void aPackageIsTheSameUntilSomethingInItChanges() {
        String path = "/mobile/package?point=" + MobilePoint.SITE;
        Rest.Answer first = agent.get(path).expect(200);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        agent.get(path, "If-None-Match", tag).expect(304);
        agent.get(path, "If-None-Match", tag, "Accept-Language", "en").expect(200);
        long more = MobilePoint.stop(admin, "另一村口（示例）", 100_000, 110_000);
        assertTrue(agent.get(path, "If-None-Match", tag).expect(200).body().contains("另一村口（示例）"));
        admin.post("/stops/" + more + "/cancellation", "").expect(200);
        agent.get(path, "If-None-Match", tag).expect(304);
        System.out.println("a package of " + first.json().path("matters").size() + " matters has "
                + first.body().length() + " characters");
        sanban.as("xinglong-agent").get(path).expect(403);
        sanban.anyone().get(path).expect(401);
        agent.get("/mobile/package").expect(400);
        agent.get("/mobile/package?point=" + Sample.SITE).expect(400);
    }

    @Test
    void theSameLifeOverSoap() {
        Soap system = sanban.soapAs("sample-system");
        Soap centre = sanban.soapAs("chengguan-clerk");
        String number = system.call("reserveNumbers", "<count>1</count>").text("number");
        String draft = "<draft><mode>mobile</mode><matter>"
                + matter.path("code").asText() + "</matter><site>"
                + MobilePoint.SITE + "</site><applicant><kind>PERSON</kind><name>冯示例</name><idNumber>" + Sample.ID
                + "</idNumber><phone>0915-8401234</phone></applicant>"
                + answer("stop", "" + point.stop()) + "<number>" + number + "</number></draft>";
        assertEquals(number, system.call("submitCase", draft).text("number"));
        assertEquals("true", system.call("submitCase", draft).text("repeated"));
        system.call("submitCase", draft.replace("冯示例", "冯二")).expectProblem("CONFLICT");
        centre.call("submitCase", draft).expectProblem("INVALID");
        system.call(
                        "submitCase",
                        draft.replace("<value>" + point.stop(), "<value>987654").replaceAll("<number>.*</number>", ""))
                .expectProblem("INVALID");
        act(centre, number, 1, "receive", answer("broughtBy", "示例") + answer("checked", "matches"));
        act(centre, number, 2, "correct", Twin.action(Map.of("materials", Sample.complete(matter))));
        act(centre, number, 3, "accept", "");
        Soap department = sanban.soapAs("chengguan-officer");
        act(department, number, 4, "decide", answer("outcome", "approved") + answer("result", "准予办理"));
        Soap vehicle = sanban.soapAs("chengguan-agent");
        act(vehicle, number, 5, "carry", answer("deliveryStop", "" + point.stop()));
        act(vehicle, number, 6, "deliver", answer("receivedBy", "冯示例"));
        assertEquals(
                "DONE",
                new Soap(sanban.anyone())
                        .call("followCase", "<number>" + number + "</number><phoneEnding>1234</phoneEnding>")
                        .text("status"));
    }

    /** A matter in force that the town handles and has not published for its mobile points. */
    private String unlisted() {
        List<String> listed = agent.get("/mobile/package?point=" + MobilePoint.SITE)
                .json()
                .path("matters")
                .findValuesAsText("code");
        for (JsonNode one : clerk.get("/matters?limit=200&level=5&inForce=true")
                .expect(200)
                .json()
                .path("items")) {
            if (!listed.contains(one.path("code").asText())) {
                return one.path("code").asText();
            }
        }
        throw new AssertionError("every matter is listed");
    }

    private String submitted(Map<String, Object> draft) {
        return agent.post("/cases", draft).expect(201).json().path("number").asText();
    }

    private JsonNode progress(CaseLife life) {
        return sanban.anyone()
                .get("/progress/" + life.number + "?phone=1234")
                .expect(200)
                .json();
    }

    private void refused(Map<String, Object> other, String field) {
        Map<String, Object> draft = new HashMap<>(point.draft(matter, "示例"));
        draft.putAll(other);
        Rest.Answer answer = Twin.submit(agent, draft).expect(400);
        assertEquals(
                field, answer.json().path("violations").path(0).path("field").asText(), answer.body());
    }

    private static void act(Soap caller, String number, int version, String action, String answers) {
        Xml answer = caller.call(
                "actOnCase",
                "<number>" + number + "</number><action><name>" + action + "</name><version>" + version + "</version>"
                        + answers + "</action>");
        assertEquals(Integer.toString(version + 1), answer.text("version"));
    }

    private static String answer(String name, String value) {
        return "<answer><name>" + name + "</name><value>" + value + "</value></answer>";
    }
}
