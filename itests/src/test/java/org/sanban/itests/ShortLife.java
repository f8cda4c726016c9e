// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shortest way of a case through its whole life, in each mode that every town may have. */
final class ShortLife {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Sanban sanban;
    private final Rest clerk;
    private final Rest officer;
    private final Rest agent;
    private final Rest anyone;

    ShortLife(Sanban sanban) {
        this.sanban = sanban;
        clerk = sanban.as("chengguan-clerk");
        officer = sanban.as("chengguan-officer");
        agent = sanban.as("chengguan-agent");
        anyone = sanban.anyone();
    }

    /** How it ended, as the applicant sees it. */
    String through(String mode) {
        JsonNode matter = Modes.matter(clerk, mode);
        CaseLife life = new CaseLife(clerk.post("/cases", Modes.draft(sanban, clerk, mode))
                .expect(201)
                .json()
                .path("number")
                .asText());
        switch (mode) {
            case "window" -> window(life, matter);
            case "onsite" -> onsite(life, matter);
            case "proxy" -> proxy(life, matter);
            case "mobile" -> mobile(life, matter);
            default -> throw new IllegalArgumentException(mode);
        }
        return anyone.get("/progress/" + life.number + "?phone=1234")
                .expect(200)
                .json()
                .path("status")
                .asText();
    }

    private void window(CaseLife life, JsonNode matter) {
        life.does(clerk, "correct", Map.of("materials", Sample.complete(matter)))
                .expect(200);
        decided(life);
        life.answers(clerk, "deliver", Map.of("receivedBy", "张示例")).expect(200);
    }

    private void onsite(CaseLife life, JsonNode matter) {
        life.does(clerk, "coordinate", Map.of("assignee", "chengguan-clerk2", "answers", Map.of("unit", "民政窗口")))
                .expect(200);
        String from = at(9);
        life.answers(clerk, "plan", Map.of("team", "王受理（示例）", "equipment", "高拍仪", "proposedAt", from))
                .expect(200);
        life.answers(clerk, "request-correction", Map.of("missing", Sample.required(matter), "reason", "请备好"))
                .expect(200);
        Map<String, Object> booking =
                Map.of("resource", "person:chengguan-clerk2", "from", from, "to", at(11), "travelMinutes", 30);
        life.does(clerk, "agree", Map.of("answers", Map.of("agreedBy", "phone"), "bookings", List.of(booking)))
                .expect(200);
        life.does(clerk, "arrive", Map.of()).expect(200);
        life.does(clerk, "correct", Map.of("materials", Sample.complete(matter)))
                .expect(200);
        decided(life);
        life.answers(clerk, "deliver", Map.of("handedOver", "door", "signedBy", "张示例"))
                .expect(200);
        life.answers(clerk, "return-visit", Map.of("visitedOn", today(), "satisfaction", "satisfied"))
                .expect(200);
    }

    private void proxy(CaseLife life, JsonNode matter) {
        life.does(clerk, "assign", Map.of("assignee", "chengguan-agent")).expect(200);
        life.answers(agent, "step-in", Map.of("finding", "已了解")).expect(200);
        Map<String, Object> agreement = new HashMap<>();
        agreement.put("scope", List.of("collect", "submit", "receive"));
        agreement.put("validUntil", LocalDate.now(ZONE).plusMonths(1).toString());
        life.answers(agent, "accept", agreement).expect(200);
        life.answers(agent, "sign", Map.of("agreement", Sample.scan(agent))).expect(200);
        life.answers(agent, "advise", Map.of("advice", "请备齐", "needed", Sample.required(matter)))
                .expect(200);
        life.does(agent, "collect", Map.of("materials", Sample.complete(matter)))
                .expect(200);
        life.does(
                        agent,
                        "submit-materials",
                        Map.of("parts", List.of(Map.of("name", "城关镇审批", "account", "chengguan-officer"))))
                .expect(200);
        life.does(officer, "end-part", Map.of("part", 1, "answers", Map.of("outcome", "approved", "result", "准予办理")))
                .expect(200);
        life.answers(agent, "conclude", Map.of("conclusion", "准予")).expect(200);
        life.answers(agent, "feed-back", Map.of("result", "准予", "collectedBy", "agent", "receivedBy", "张示例"))
                .expect(200);
        life.does(agent, "file", Map.of()).expect(200);
        life.answers(clerk, "revisit", Map.of("satisfaction", "very")).expect(200);
    }

    private void mobile(CaseLife life, JsonNode matter) {
        life.answers(clerk, "receive", Map.of("broughtBy", "城关代办员（示例）", "checked", "matches"))
                .expect(200);
        life.does(clerk, "correct", Map.of("materials", Sample.complete(matter)))
                .expect(200);
        decided(life);
        life.answers(
                        agent,
                        "carry",
                        Map.of("deliveryStop", MobilePoint.of(sanban).stop()))
                .expect(200);
        life.answers(agent, "deliver", Map.of("receivedBy", "张示例")).expect(200);
    }

    private void decided(CaseLife life) {
        life.does(clerk, "accept", Map.of()).expect(200);
        life.answers(officer, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
    }

    private static String today() {
        return LocalDate.now(ZONE).toString();
    }

    private static String at(int hour) {
        return LocalDate.now(ZONE).plusDays(2) + "T%02d:00:00+08:00".formatted(hour);
    }
}
