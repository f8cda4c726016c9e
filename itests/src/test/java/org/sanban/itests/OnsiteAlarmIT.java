// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A request that is not planned on its day is told upwards by the platform, once (R87). */
@Execution(ExecutionMode.CONCURRENT)
class OnsiteAlarmIT {
    private static final Duration LONG = Duration.ofSeconds(180);
    private static final Duration OPEN = Duration.ofSeconds(60);
    /** A platform that takes longer than the rest to hear of a closing time is given another. */
    private static final Duration NEAR = Duration.ofSeconds(15);

    private LocalDateTime closing = LocalDateTime.MIN;
    private JsonNode due;

    @Test
    void aRequestWithoutAPlanIsToldUpwardsWhenTheOfficeCloses() throws IOException {
        Sanban sanban = Sanban.start("alarm");
        try {
            Rest clerk = sanban.as("chengguan-clerk");
            JsonNode matter = clerk.get("/scopes/onsite/610926100000/matters?limit=1")
                    .expect(200)
                    .json()
                    .path("items")
                    .get(0);
            String before =
                    submit(clerk, matter).expect(201).json().path("number").asText();
            Calendars.dropWorkdays(sanban.home().resolve("etc/holidays"));
            String number = submittedBeforeClosing(sanban, clerk, matter);
            assertTrue(due.path("why").asText().contains("还"), due.toString());
            Await.until(LONG, "the desk's day is over", () -> escalations(clerk, number) == 1);
            Await.until(LONG, "also for what was begun under another", () -> escalations(clerk, before) == 1);
            assertEquals(
                    "OVERDUE",
                    clerk.get("/cases/" + number)
                            .json()
                            .path("due")
                            .path("light")
                            .asText());
            onTheBoard(sanban.as("supervisor"), number);
            assertFalse(
                    sanban.anyone()
                            .get("/progress/" + number + "?phone=1234")
                            .expect(200)
                            .json()
                            .path("timeline")
                            .toString()
                            .contains("催办"),
                    "the applicant is not shown what goes on inside");
            int version = clerk.get("/cases/" + number).json().path("version").asInt();
            clerk.post(
                            "/cases/" + number + "/actions",
                            Map.of(
                                    "name",
                                    "coordinate",
                                    "version",
                                    version,
                                    "assignee",
                                    "chengguan-clerk2",
                                    "answers",
                                    Map.of("unit", "民政窗口")))
                    .expect(200);
            clerk.act(
                            number,
                            version + 1,
                            "plan",
                            Map.of("team", "王受理（示例）", "equipment", "高拍仪", "proposedAt", tomorrow()))
                    .expect(200);
            assertEquals(1, escalations(clerk, number));
        } finally {
            sanban.stop();
        }
    }

    /** The supervisors see it, and notify the town of it with one request. */
    private static void onTheBoard(Rest supervisor, String number) {
        Await.until(
                LONG,
                "it is on the board",
                () -> supervisor.get("/late-cases").expect(200).body().contains(number));
        JsonNode notice = supervisor
                .post("/notices", Map.of("kind", "RECTIFICATION", "origin", "cases/" + number, "days", 3))
                .expect(201)
                .json();
        assertEquals("610926100000", notice.path("division").asText());
        assertTrue(notice.path("text").asText().contains(number), notice.toString());
    }

    /** Submits until the platform has taken a closing time over that is still to come, and that today is a workday. */
    private String submittedBeforeClosing(Sanban sanban, Rest clerk, JsonNode matter) {
        String[] number = new String[1];
        Await.until(LONG, "the closing time is taken over", () -> {
            if (!isOpen(sanban)) {
                return false;
            }
            Rest.Answer answer = submit(clerk, matter);
            if (answer.status() != 201) {
                return false;
            }
            number[0] = answer.json().path("number").asText();
            Rest.Answer counted = clerk.get("/cases/" + number[0] + "/due");
            if (counted.status() != 200) {
                return false;
            }
            due = counted.json();
            return OffsetDateTime.parse(due.path("dueAt").asText())
                    .atZoneSameInstant(Calendars.ZONE)
                    .toLocalDateTime()
                    .equals(closing);
        });
        return number[0];
    }

    /** Whether the desk closes later today; where the time that was set is too near, another is. */
    private boolean isOpen(Sanban sanban) throws IOException {
        LocalDateTime now = LocalDateTime.now(Calendars.ZONE).withNano(0);
        LocalDateTime next = now.plus(OPEN);
        if (now.plus(NEAR).isAfter(closing) && next.toLocalDate().equals(now.toLocalDate())) {
            closing = next;
            Files.writeString(
                    sanban.home().resolve("etc/org.sanban.cases.cfg"),
                    "closing = " + closing.toLocalTime() + "\nwatch = 1\n");
        }
        return now.isBefore(closing);
    }

    private static Rest.Answer submit(Rest clerk, JsonNode matter) {
        return clerk.post(
                "/cases",
                Map.of(
                        "mode",
                        "onsite",
                        "matter",
                        matter.path("code").asText(),
                        "site",
                        Sample.SITE,
                        "applicant",
                        Sample.applicant(),
                        "answers",
                        Map.of(
                                "need",
                                "person",
                                "via",
                                "phone",
                                "circumstance",
                                "ill",
                                "wishedAt",
                                tomorrow(),
                                "place",
                                "示例村一组")));
    }

    private static long escalations(Rest clerk, String number) {
        JsonNode entries =
                clerk.get("/cases/" + number + "/journal").expect(200).json().path("items");
        long count = 0;
        for (JsonNode entry : entries) {
            count += entry.path("kind").asText().equals("ESCALATED") ? 1 : 0;
        }
        return count;
    }

    private static String tomorrow() {
        return OffsetDateTime.now(Calendars.ZONE).plusDays(1).toString();
    }
}
