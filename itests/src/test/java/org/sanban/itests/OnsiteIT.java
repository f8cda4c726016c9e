// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.itests.SoapLife.answer;
import static org.sanban.itests.Visit.at;
import static org.sanban.itests.Visit.person;
import static org.sanban.itests.Visit.team;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who cannot come gains: a visit by appointment, from the request to the return visit. */
@ExtendWith(Distribution.class)
class OnsiteIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String TOWN = "610926100000";
    private static final String WISHED = at(3, 9);
    /** Each test books days of its own. */
    private static final AtomicInteger DAYS = new AtomicInteger(10);

    private final Sanban sanban = Distribution.get();
    private final int day = DAYS.getAndAdd(5);
    private Rest clerk;
    private Rest officer;
    private Rest anyone;
    private JsonNode matter;

    @BeforeEach
    void logIn() {
        clerk = sanban.as("chengguan-clerk");
        officer = sanban.as("chengguan-officer");
        anyone = sanban.anyone();
        matter = published(true);
    }

    @Test
    void aCaseGoesFromTheRequestToTheReturnVisit() {
        Life life = agreed(9);
        JsonNode agreed = life.state();
        assertEquals(at(day, 9), agreed.path("answers").path("visitAt").asText());
        assertEquals("示例村一组", agreed.path("answers").path("visitPlace").asText());
        assertEquals(2, agreed.path("bookings").size());
        Rest.Answer plan = clerk.get("/papers/" + life.number + "/visit-plan").expect(200);
        assertTrue(plan.body().startsWith("%PDF"), "the service plan can be printed");
        clerk.get("/papers/" + life.number + "/visit-receipt").expect(409);

        life.does(clerk, "arrive", Map.of()).expect(200);
        assertEquals(0, life.state().path("answers").path("minutesLate").asInt(-1));
        assertTrue(life.does(clerk, "accept", Map.of()).expect(409).detail().contains("缺"));
        life.does(clerk, "correct", Map.of("materials", Sample.complete(matter)))
                .expect(200);
        life.does(clerk, "accept", Map.of("taken", List.of(Map.of("name", "户口簿"))))
                .expect(200);
        assertTrue(life.progress().path("why").asText().contains("工作日"));
        life.answers(officer, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        clerk.get("/papers/" + life.number + "/visit-receipt").expect(200);

        life.does(
                        clerk,
                        "arrange-delivery",
                        Map.of("answers", Map.of("agreedBy", "phone"), "bookings", List.of(person(day + 1, 9))))
                .expect(200);
        Map<String, Object> signed = Map.of("handedOver", "door", "signedBy", "张示例");
        assertTrue(life.answers(clerk, "deliver", signed).expect(409).detail().contains("户口簿"));
        life.does(
                        clerk,
                        "deliver",
                        Map.of("answers", signed, "returned", List.of(Map.of("id", 1, "receivedBy", "张示例"))))
                .expect(200);
        assertEquals("OPEN", life.progress().path("status").asText());

        Map<String, Object> dissatisfied =
                Map.of("visitedOn", LocalDate.now(ZONE).toString(), "satisfaction", "dissatisfied");
        assertTrue(life.answers(clerk, "return-visit", dissatisfied)
                .expect(400)
                .detail()
                .contains("意见"));
        life.answers(
                        clerk,
                        "return-visit",
                        Map.of("visitedOn", LocalDate.now(ZONE).toString(), "satisfaction", "very-satisfied"))
                .expect(200);
        JsonNode done = life.progress();
        assertEquals("DONE", done.path("status").asText());
        assertFalse(done.toString().contains(Sample.ID), "the public sees no personal data");
        assertFalse(done.toString().contains("示例村一组"), "nor where the applicant lives");
    }

    @Test
    void anImmediateMatterIsFinishedAtTheDoor() {
        JsonNode immediate = published(false);
        Life life = planned(immediate);
        life.told(immediate);
        life.agree(10).expect(200);
        life.does(clerk, "arrive", Map.of()).expect(200);
        Map<String, Object> finished = Map.of("result", "已办理", "signedBy", "张示例");
        assertTrue(
                life.answers(clerk, "finish-now", finished).expect(409).detail().contains("缺"));
        life.does(clerk, "correct", Map.of("materials", Sample.complete(immediate)))
                .expect(200);
        life.does(clerk, "custody", Map.of("taken", List.of(Map.of("name", "户口簿"))))
                .expect(200);
        assertTrue(
                life.answers(clerk, "finish-now", finished).expect(409).detail().contains("户口簿"));
        life.does(
                        clerk,
                        "finish-now",
                        Map.of("answers", finished, "returned", List.of(Map.of("id", 1, "receivedBy", "张示例"))))
                .expect(200);
        life.answers(
                        clerk,
                        "return-visit",
                        Map.of("visitedOn", LocalDate.now(ZONE).toString(), "satisfaction", "not-reached"))
                .expect(200);
        assertEquals("DONE", life.progress().path("status").asText());
    }

    @Test
    void whatIsNotPublishedIsRefusedWithTheHotlineToCall() {
        JsonNode scope = anyone.get("/scopes/onsite/" + TOWN).expect(200).json();
        JsonNode other = other(scope);
        Rest.Answer refused = Twin.submit(clerk, draft(other)).expect(400);
        assertTrue(refused.detail().contains(scope.path("hotline").asText()), refused.detail());
        assertEquals(
                "matter", refused.json().path("violations").get(0).path("field").asText());
    }

    @Test
    void theRequestSaysWhoseNeedItIsAndWhenItIsWished() {
        Map<String, Object> past = new HashMap<>(answers());
        past.put("wishedAt", "2024-05-01T09:00:00+08:00");
        Map<String, Object> draft = new HashMap<>(draft(matter));
        draft.put("answers", past);
        Twin.submit(clerk, draft).expect(400);
        Map<String, Object> firm = new HashMap<>(draft(matter));
        firm.put(
                "applicant",
                Map.of(
                        "kind",
                        "ORGANIZATION",
                        "name",
                        "示例有限公司",
                        "idNumber",
                        "91110000600037341L",
                        "phone",
                        "0915-8405678"));
        assertTrue(Twin.submit(clerk, firm).expect(400).detail().contains("企业需求"));
        Map<String, Object> enterprise = new HashMap<>(answers());
        enterprise.put("need", "enterprise");
        firm.put("answers", enterprise);
        String ofFirm =
                clerk.post("/cases", firm).expect(201).json().path("number").asText();
        String ofPerson = requested(matter).number;
        JsonNode needs = onDesk(clerk.get("/desk?limit=200").expect(200).json());
        assertEquals("enterprise", needs.path(0).path("need").asText(), needs.toString());
        assertTrue(needs.path(0).toString().contains(ofFirm)
                && !needs.path(0).toString().contains(ofPerson));
        assertTrue(needs.path(1).toString().contains(ofPerson)
                && !needs.path(1).toString().contains(ofFirm));
        assertTrue(sanban.done("sanban:desk --limit 200").contains("企业需求（"), "in the shell too");
        draft.remove("answers");
        JsonNode violations = Twin.submit(clerk, draft).expect(400).json().path("violations");
        assertEquals(5, violations.size(), violations.toString());
    }

    @Test
    void thePlanFollowsTheCoordinationTheAgreementTheNotice() {
        Life life = requested(matter);
        assertTrue(life.plan().expect(409).detail().contains("协调"));
        life.coordinate().expect(200);
        assertTrue(life.state().path("answers").has("minutesToCoordinate"));
        life.plan().expect(200);
        assertTrue(life.agree(9).expect(409).detail().contains("一次性告知"));
        List<String> missing = Sample.required(matter);
        life.answers(clerk, "request-correction", Map.of("missing", missing.subList(0, 1), "reason", "请备好"))
                .expect(missing.size() > 1 ? 400 : 200);
        life.told(matter);
        life.does(clerk, "agree", Map.of("answers", Map.of("agreedBy", "phone")))
                .expect(400);
        life.agree(9).expect(200);
    }

    @Test
    void nobodyIsBookedTwiceAndTheNextFreeTimeIsTold() {
        agreed(9);
        Life second = planned(matter);
        second.told(matter);
        Rest.Answer taken = second.agree(10).expect(409);
        String free = LocalDate.now(ZONE).plusDays(day) + " 11:00";
        assertTrue(taken.detail().contains(free), taken.detail());
        second.agree(12).expect(200);
        String from = LocalDate.now(ZONE).plusDays(day) + "T00:00:00%2B08:00";
        String to = LocalDate.now(ZONE).plusDays(day + 1) + "T00:00:00%2B08:00";
        JsonNode calendar = clerk.get("/bookings?resource=vehicle:CG-01&from=" + from + "&to=" + to)
                .expect(200)
                .json();
        assertEquals(2, calendar.path("items").size(), calendar.toString());
        String file = clerk.get("/bookings/calendar.ics?resource=vehicle:CG-01")
                .expect(200)
                .body();
        assertTrue(file.startsWith("BEGIN:VCALENDAR") && file.contains(second.number), file);
        String team = clerk.get("/bookings/calendar.ics?resource=vehicle:CG-01,person:chengguan-clerk2")
                .expect(200)
                .body();
        String town =
                clerk.get("/bookings/calendar.ics?division=" + TOWN).expect(200).body();
        for (String who : List.of("vehicle:CG-01", "person:chengguan-clerk2")) {
            assertTrue(team.contains("SUMMARY:" + who) && town.contains("SUMMARY:" + who), team);
        }
        clerk.get("/bookings/calendar.ics").expect(400);
        clerk.get("/bookings/calendar.ics?division=610926101000").expect(403);
    }

    @Test
    void whatIsAgreedAnewOrGivenUpIsFreeAgain() {
        Life life = agreed(9);
        life.does(
                        clerk,
                        "reschedule",
                        Map.of("answers", Map.of("agreedBy", "phone", "reason", "申请人去赶集"), "bookings", team(day, 14)))
                .expect(200);
        assertEquals(at(day, 14), life.state().path("answers").path("visitAt").asText());
        Life other = planned(matter);
        other.told(matter);
        other.agree(9).expect(200);

        life.answers(clerk, "in-vain", Map.of("reason", "nobody-home")).expect(400);
        life.answers(clerk, "in-vain", Map.of("reason", "nobody-home", "explanation", "敲门无人应"))
                .expect(200);
        assertEquals("planned", life.state().path("stage").asText());
        assertTrue(life.progress().path("timeline").toString().contains("家中无人"));
        Life third = planned(matter);
        third.told(matter);
        third.agree(14).expect(200);
        third.answers(clerk, "withdraw", Map.of("reason", "自己到窗口办")).expect(200);
        life.agree(14).expect(200);
    }

    @Test
    void aRefusalReachesTheApplicantInWords() {
        Life life = requested(matter);
        life.answers(clerk, "refuse", Map.of()).expect(400);
        life.answers(clerk, "refuse", Map.of("reason", "equipment")).expect(400);
        life.answers(clerk, "refuse", Map.of("reason", "incomplete", "explanation", "缺材料"))
                .expect(409);
        life.answers(clerk, "refuse", Map.of("reason", "equipment", "explanation", "拍照设备须在大厅使用"))
                .expect(200);
        JsonNode progress = life.progress();
        assertEquals("REFUSED", progress.path("status").asText());
        String told = progress.path("timeline").toString();
        assertTrue(told.contains("所需设备无法携带上门") && told.contains("拍照设备须在大厅使用"), told);
    }

    @Test
    void overSoapACaseGoesTheSameWay() {
        Soap desk = sanban.soapAs("chengguan-clerk");
        SoapLife life = SoapLife.submitted(desk, Twin.draft(draft(matter)));
        life.does(desk, "coordinate", answer("unit", "民政窗口"), "<assignee>chengguan-clerk2</assignee>");
        String plan = answer("team", "王受理（示例）") + answer("equipment", "高拍仪");
        life.does(desk, "plan", plan, answer("proposedAt", at(day, 9)));
        life.does(desk, "request-correction", answer("missing", Sample.required(matter)), answer("reason", "请备好"));
        life.does(desk, "agree", answer("agreedBy", "phone"), Twin.action(Map.of("bookings", team(day, 9))));
        life.does(desk, "arrive");
        life.does(desk, "correct", Twin.action(Map.of("materials", Sample.complete(matter))));
        life.does(desk, "accept");
        Soap department = sanban.soapAs("chengguan-officer");
        life.does(department, "decide", answer("outcome", "approved"), answer("result", "准予办理"));
        life.does(desk, "deliver", answer("handedOver", "door"), answer("signedBy", "张示例"));
        String today = LocalDate.now(ZONE).toString();
        life.does(desk, "return-visit", answer("visitedOn", today), answer("satisfaction", "satisfied"));
        Xml progress = new Soap(anyone)
                .call("followCase", "<number>" + life.number + "</number><phoneEnding>1234</phoneEnding>");
        assertEquals("DONE", progress.text("status"));
    }

    /** A case of this test, with the version it has reached. */
    private final class Life extends SeenLife {
        Life(String number) {
            super(number, clerk, anyone);
        }

        Rest.Answer coordinate() {
            return does(clerk, "coordinate", Map.of("assignee", "chengguan-clerk2", "answers", Map.of("unit", "民政窗口")));
        }

        Rest.Answer plan() {
            return answers(clerk, "plan", Map.of("team", "王受理（示例）", "equipment", "高拍仪", "proposedAt", at(day, 9)));
        }

        Rest.Answer agree(int hour) {
            return does(clerk, "agree", Map.of("answers", Map.of("agreedBy", "phone"), "bookings", team(day, hour)));
        }

        /** Tells everything that is missing, unless it was told before. */
        void told(JsonNode of) {
            Map<String, Object> all = Map.of("missing", Sample.required(of), "reason", "请备好");
            if (!state().path("done").toString().contains("request-correction")) {
                answers(clerk, "request-correction", all).expect(200);
            }
        }
    }

    /** The need list of the general desk, by class (R84). */
    private static JsonNode onDesk(JsonNode desk) {
        for (JsonNode mode : desk.path("modes")) {
            if (mode.path("mode").asText().equals("onsite")) {
                return mode.path("needs");
            }
        }
        throw new AssertionError("no 上门办 on the desk: " + desk);
    }

    private Life requested(JsonNode of) {
        return new Life(clerk.post("/cases", draft(of))
                .expect(201)
                .json()
                .path("number")
                .asText());
    }

    private Life planned(JsonNode of) {
        Life life = requested(of);
        life.coordinate().expect(200);
        life.plan().expect(200);
        return life;
    }

    private Life agreed(int hour) {
        Life life = planned(matter);
        life.told(matter);
        life.agree(hour).expect(200);
        return life;
    }

    /** A matter that the town serves at home. */
    private JsonNode published(boolean committed) {
        JsonNode page = anyone.get("/scopes/onsite/" + TOWN + "/matters?limit=200")
                .expect(200)
                .json();
        for (JsonNode one : page.path("items")) {
            JsonNode guide = one.path("guide");
            if (guide.path("levels").toString().contains("5")
                    && guide.has("committedDays")
                    && guide.path("committedDays").asInt() > 0 == committed) {
                return one;
            }
        }
        throw new AssertionError("no such matter is published for visits: " + page);
    }

    /** One that it does not. */
    private JsonNode other(JsonNode scope) {
        JsonNode page = anyone.get("/matters?limit=200").expect(200).json();
        for (JsonNode one : page.path("items")) {
            JsonNode guide = one.path("guide");
            boolean here = guide.path("levels").isEmpty()
                    || guide.path("levels").toString().contains("5");
            if (here
                    && !scope.path("matters")
                            .toString()
                            .contains(one.path("code").asText())) {
                return one;
            }
        }
        throw new AssertionError("every matter is published for visits");
    }

    private Map<String, Object> draft(JsonNode of) {
        Map<String, Object> draft = new HashMap<>(Sample.draft(of));
        draft.put("mode", "onsite");
        draft.put("answers", answers());
        return draft;
    }

    private static Map<String, Object> answers() {
        return Map.of(
                "need", "person",
                "via", "phone",
                "circumstance", "elderly",
                "wishedAt", WISHED,
                "place", "示例村一组");
    }
}
