// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What citizens gain by rules: no mode lets a step pass that it must not, whoever asks, over REST or SOAP ({@link Twin}).
 * Each case meets, on its way, what the README of its mode names under "refused when" and no other test does.
 */
@ExtendWith(Distribution.class)
class RefusalsIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<Map<String, Object>> BOOK = List.of(Map.of("name", "户口簿"));
    private static final Map<String, Object> GIVEN_BACK = Map.of("id", 1, "receivedBy", "张示例");

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest officer = sanban.as("chengguan-officer");
    private final Rest agent = sanban.as("chengguan-agent");

    @Test
    void atTheWindow() {
        JsonNode matter = Modes.matter(clerk, "window");
        CaseLife life = submitted("window");
        conflict(life, clerk, "accept", Map.of(), "缺");
        conflict(life, clerk, "finish-now", answers("result", "已办理", "receivedBy", "张示例"), "承诺件");
        beforeItIsAccepted(life, matter);
        does(life, clerk, "request-correction", told(matter));
        does(life, clerk, "correct", Map.of("materials", Sample.complete(matter)));
        conflict(life, clerk, "request-correction", told(matter), "一次");
        invalid(life, clerk, "custody", Map.of(), "taken");
        invalid(life, clerk, "note", Map.of("note", " "), "note");
        invalid(life, clerk, "transfer", answers("reason", "轮休"), "assignee");
        does(life, clerk, "custody", Map.of("taken", BOOK));
        conflict(life, clerk, "withdraw", answers("reason", "不办了"), "户口簿");
        invalid(life, clerk, "withdraw", Map.of(), "answers.reason");
        does(life, clerk, "accept", Map.of());
        asTheDepartmentDecides(life);
        invalid(life, clerk, "deliver", Map.of(), "answers.receivedBy");
        conflict(life, clerk, "deliver", answers("receivedBy", "张示例"), "户口簿");
        does(life, clerk, "deliver", with(answers("receivedBy", "张示例"), "returned", List.of(GIVEN_BACK)));
        conflict(life, clerk, "note", Map.of("note", "示例"), "不能进行");

        JsonNode immediate = Sample.immediateMatter(clerk);
        CaseLife atOnce = new CaseLife(Sample.submit(clerk, immediate));
        conflict(atOnce, clerk, "finish-now", answers("result", "已办理", "receivedBy", "张示例"), "缺");
    }

    @Test
    void atHome() {
        JsonNode matter = Modes.matter(clerk, "onsite");
        CaseLife life = submitted("onsite");
        Map<String, Object> unit = answers("unit", "民政窗口");
        invalid(life, clerk, "coordinate", unit, "assignee");
        does(life, clerk, "coordinate", with(unit, "assignee", "chengguan-clerk2"));
        Map<String, Object> plan = Map.of("team", "王受理（示例）", "equipment", "高拍仪");
        Map<String, Object> past = with(plan, "proposedAt", "2024-05-01T09:00:00+08:00");
        invalid(life, clerk, "plan", Map.of("answers", past), "answers.proposedAt");
        does(life, clerk, "plan", Map.of("answers", with(plan, "proposedAt", at(9))));
        beforeItIsAccepted(life, matter);
        does(life, clerk, "request-correction", told(matter));
        conflict(life, clerk, "request-correction", told(matter), "一次");
        Map<String, Object> agreed = answers("agreedBy", "phone");
        Map<String, Object> car = booking("vehicle:CG-01", 10);
        Map<String, Object> person = booking("person:chengguan-clerk", 9);
        invalid(life, clerk, "agree", with(agreed, "bookings", List.of(person, car)), "bookings");
        does(life, clerk, "agree", with(agreed, "bookings", List.of(person)));
        Map<String, Object> anew = answers("agreedBy", "phone", "reason", "赶集");
        invalid(life, clerk, "reschedule", with(anew, "bookings", List.of(car)), "bookings");
        invalid(life, clerk, "arrive", answers("arrivedAt", at(9)), "answers.arrivedAt");
        Map<String, Object> nobody = answers("reason", "nobody-home", "explanation", "敲门无人应");
        invalid(life, clerk, "in-vain", with(nobody, "bookings", List.of(person)), "bookings");
        does(life, clerk, "arrive", Map.of());
        conflict(life, clerk, "finish-now", answers("result", "已办理", "signedBy", "张示例"), "承诺件");
        does(life, clerk, "correct", Map.of("materials", Sample.complete(matter)));
        does(life, clerk, "accept", Map.of("taken", BOOK));
        conflict(life, clerk, "withdraw", answers("reason", "不办了"), "户口簿");
        asTheDepartmentDecides(life);
        invalid(life, clerk, "arrange-delivery", with(agreed, "bookings", List.of(car)), "bookings");
        Map<String, Object> handed = answers("handedOver", "door", "signedBy", "张示例");
        does(life, clerk, "deliver", with(handed, "returned", List.of(GIVEN_BACK)));
        String tomorrow = LocalDate.now(ZONE).plusDays(1).toString();
        Map<String, Object> early = answers("visitedOn", tomorrow, "satisfaction", "fair");
        invalid(life, clerk, "return-visit", early, "answers.visitedOn");
    }

    @Test
    void throughAnAgent() {
        JsonNode matter = Modes.matter(clerk, "proxy");
        CaseLife life = submitted("proxy");
        invalid(life, clerk, "assign", Map.of("assignee", "xinglong-agent"), "assignee");
        forbidden(life, agent, "assign", Map.of("assignee", "specialist-1"), "自己承接");
        toTheSignature(life, List.of("collect"));
        does(life, agent, "advise", answers("advice", "请备齐", "needed", Sample.required(matter)));
        invalid(life, agent, "collect", Map.of(), "materials");
        does(life, agent, "collect", Map.of("materials", Sample.complete(matter), "taken", BOOK));
        Map<String, Object> back = Map.of("materials", Sample.complete(matter), "returned", List.of(GIVEN_BACK));
        invalid(life, agent, "collect", back, "returned");
        conflict(life, agent, "submit-materials", Map.of(), "权限");
        conflict(life, agent, "help-submit", answers("help", "陪同"), "代办");
        Map<String, Object> over =
                Map.of("renewal", Sample.scan(agent), "validUntil", "2024-01-01", "scope", List.of("submit"));
        invalid(life, agent, "renew", Map.of("answers", over), "answers.validUntil");
        does(life, agent, "renew", Map.of("answers", with(over, "validUntil", inAMonth())));
        conflict(life, agent, "submit-materials", answers("signedFor", true), "权限");
        does(life, agent, "submit-materials", Map.of());
        conflict(life, agent, "conclude", answers("conclusion", "准予"), "尚未送交任何部门");
        does(life, agent, "open-parts", Map.of("parts", List.of(Map.of("name", "审批", "account", "chengguan-officer"))));
        Map<String, Object> reasoned = answers("outcome", "approved", "result", "准予", "reason", "quota");
        invalid(life, officer, "end-part", with(reasoned, "part", 1), "answers.reason");
        Map<String, Object> gone = answers("reason", "gone", "explanation", "申请人去世");
        conflict(life, agent, "terminate", gone, "");
        does(life, officer, "end-part", with(answers("outcome", "approved", "result", "准予"), "part", 1));
        does(life, agent, "conclude", answers("conclusion", "准予"));
        Map<String, Object> result = Map.of("result", "准予", "receivedBy", "张示例");
        conflict(life, agent, "feed-back", Map.of("answers", with(result, "collectedBy", "agent")), "权限");
        does(life, agent, "feed-back", Map.of("answers", with(result, "collectedBy", "applicant")));
        invalid(life, agent, "give-back", Map.of(), "returned");
        conflict(life, agent, "file", Map.of(), "户口簿");
        does(life, agent, "file", Map.of("returned", List.of(GIVEN_BACK)));
        invalid(life, agent, "revisit", Map.of(), "answers.satisfaction");
    }

    @Test
    void byPost() {
        JsonNode matter = Modes.matter(clerk, "postal");
        CaseLife life = submitted("postal");
        toTheSignature(life, List.of("collect", "submit"));
        does(life, agent, "advise", answers("advice", "请备齐", "needed", Sample.required(matter)));
        String first = "ER" + System.currentTimeMillis() % 1_000_000_000 + "1";
        String second = first.substring(0, first.length() - 1) + "2";
        Map<String, Object> wrong = with(sends("x!"), "materials", Sample.complete(matter));
        invalid(life, agent, "pick-up", wrong, "answers.waybill");
        invalid(life, agent, "pick-up", sends(first), "materials");
        List<?> travels = List.of(Map.of("name", "户口簿", "where", "post:" + first));
        does(life, agent, "pick-up", with(with(sends(first), "taken", travels), "materials", Sample.complete(matter)));
        Map<String, Object> twice = with(sends(first), "materials", Sample.complete(matter));
        invalid(life, agent, "pick-up", twice, "answers.waybill");
        invalid(life, agent, "dispatch", with(sends(second), "moved", moved("post:" + second)), "moved");
        Map<String, Object> signed = answers("receivedBy", "李示例", "condition", "intact");
        invalid(life, agent, "receive", signed, "moved");
        invalid(life, clerk, "track", news(second, "in-transit"), "answers.waybill");
        does(life, clerk, "track", news(first, "in-transit"));
        conflict(life, clerk, "track", news(first, "in-transit"), "无需重复");
        conflict(life, agent, "found", answers("explanation", "找到了"), "没有可以");
        conflict(life, agent, "take-back", answers("explanation", "已取回"), "没有可以");
        does(life, agent, "report-lost", answers("explanation", "查无下落"));
        conflict(life, agent, "report-lost", answers("explanation", "查无下落"), "没有可以");
        does(life, agent, "found", answers("explanation", "找到了"));
        does(life, clerk, "track", news(first, "refused"));
        invalid(life, agent, "take-back", answers("explanation", "已取回"), "moved");
        does(life, agent, "take-back", with(answers("explanation", "已取回"), "moved", List.of(Map.of("id", 1))));
        does(life, agent, "dispatch", with(sends(second), "moved", moved("post:" + second)));
        invalid(life, agent, "receive", with(signed, "moved", List.of(Map.of("id", 1))), "moved");
        invalid(life, agent, "receive", with(signed, "moved", moved("post:" + first)), "moved");
        does(life, agent, "receive", with(signed, "moved", moved("县民政局")));
    }

    @Test
    void atAMobilePoint() {
        JsonNode matter = MobilePoint.matter(clerk, true);
        CaseLife life = submitted("mobile");
        conflict(life, clerk, "finish-now", answers("result", "已办理", "receivedBy", "张示例"), "承诺件");
        does(life, clerk, "receive", answers("broughtBy", "城关代办员（示例）", "checked", "matches"));
        conflict(life, clerk, "accept", Map.of(), "缺");
        beforeItIsAccepted(life, matter);
        does(life, clerk, "correct", Map.of("materials", Sample.complete(matter)));
        does(life, clerk, "custody", Map.of("taken", BOOK));
        does(life, clerk, "accept", Map.of());
        asTheDepartmentDecides(life);
        conflict(life, clerk, "deliver", answers("receivedBy", "张示例"), "户口簿");
    }

    /** What the law refuses in every mode where materials are asked for; no step is done. */
    private void beforeItIsAccepted(CaseLife life, JsonNode matter) {
        List<String> required = Sample.required(matter);
        Map<String, Object> part = answers("missing", required.subList(1, required.size()), "reason", "请补齐");
        invalid(life, clerk, "request-correction", part, "answers.missing");
        invalid(life, clerk, "correct", Map.of(), "materials");
        invalid(life, clerk, "refuse", answers("explanation", "没有理由"), "answers.reason");
        invalid(life, clerk, "refuse", answers("reason", "ineligible"), "answers.explanation");
        conflict(life, clerk, "refuse", answers("reason", "incomplete", "explanation", "缺材料"), "一次性告知");
        forbidden(life, officer, "correct", Map.of("materials", Sample.complete(matter)), "");
    }

    /** What the law refuses the department, until it has denied for a reason. */
    private void asTheDepartmentDecides(CaseLife life) {
        invalid(life, officer, "decide", answers("outcome", "denied", "result", "不予"), "answers.reason");
        Map<String, Object> reasoned = answers("outcome", "approved", "result", "准予", "reason", "quota");
        invalid(life, officer, "decide", reasoned, "answers.reason");
        invalid(life, officer, "pause", answers("reason", "whim", "basis", "-"), "answers.reason");
        does(life, officer, "pause", answers("reason", "hearing", "basis", "示例依据"));
        invalid(life, officer, "resume", Map.of(), "answers.finding");
        does(life, officer, "resume", answers("finding", "听证结束"));
        forbidden(life, clerk, "decide", reasoned, "");
        does(life, officer, "decide", answers("outcome", "denied", "reason", "conditions", "result", "不符合条件"));
    }

    private void toTheSignature(CaseLife life, List<String> scope) {
        does(life, clerk, "assign", Map.of("assignee", "chengguan-agent"));
        does(life, agent, "step-in", answers("finding", "家住偏远"));
        does(life, agent, "accept", answers("scope", scope, "validUntil", inAMonth()));
        invalid(life, agent, "sign", Map.of(), "answers.agreement");
        does(life, agent, "sign", answers("agreement", Sample.scan(agent)));
    }

    private CaseLife submitted(String mode) {
        return new CaseLife(clerk.post("/cases", Modes.draft(sanban, clerk, mode))
                .expect(201)
                .json()
                .path("number")
                .asText());
    }

    private static void does(CaseLife life, Rest who, String action, Map<String, Object> body) {
        life.does(who, action, body).expect(200);
    }

    private static void invalid(CaseLife life, Rest who, String action, Map<String, Object> body, String field) {
        JsonNode refused = life.does(who, action, body).expect(400).json();
        assertEquals(field, refused.path("violations").path(0).path("field").asText(), refused.toString());
    }

    private static void conflict(CaseLife life, Rest who, String action, Map<String, Object> body, String word) {
        String told = life.does(who, action, body).expect(409).detail();
        assertTrue(told.contains(word), told);
    }

    private static void forbidden(CaseLife life, Rest who, String action, Map<String, Object> body, String word) {
        String told = life.does(who, action, body).expect(403).detail();
        assertTrue(told.contains(word), told);
    }

    /** Names and their answers, one after the other. */
    private static Map<String, Object> answers(Object... pairs) {
        Map<String, Object> answers = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i].toString(), pairs[i + 1]);
        }
        return Map.of("answers", answers);
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> told(JsonNode matter) {
        return answers("missing", new ArrayList<>(Sample.required(matter)), "reason", "请备好");
    }

    private static Map<String, Object> sends(String waybill) {
        return answers("waybill", waybill, "receiver", "示例中心", "contents", "申请表一份");
    }

    private static Map<String, Object> news(String waybill, String state) {
        String now = Instant.now().toString();
        return answers("waybill", waybill, "parcel", state, "changedAt", now, "news", "电话查询");
    }

    private static List<?> moved(String where) {
        return List.of(Map.of("id", 1, "where", where));
    }

    /** Half an hour, months ahead: other tests book nearer days. */
    private static Map<String, Object> booking(String resource, int hour) {
        String to = at(hour).replace(":00:00+", ":30:00+");
        return Map.of("resource", resource, "from", at(hour), "to", to, "travelMinutes", 0);
    }

    private static String at(int hour) {
        return LocalDate.now(ZONE).plusDays(85) + "T%02d:00:00+08:00".formatted(hour);
    }

    private static String inAMonth() {
        return LocalDate.now(ZONE).plusMonths(1).toString();
    }
}
