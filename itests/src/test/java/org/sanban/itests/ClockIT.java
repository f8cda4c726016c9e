// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an applicant gains: a day that is counted or said to be unknown, never guessed, and a guide that stays as it was. */
@ExtendWith(Distribution.class)
class ClockIT {
    private static final String CODE = "511Z07001087-511602000000-000-11511301008778183N-1-00";
    private static final String LONG = "511Z07001086-511602000000-000-11511301008778183N-1-00";
    private static final int INTO_THE_THIRD_YEAR = 600;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Sanban sanban = Distribution.get();
    private final Rest admin = sanban.as("sample-admin");
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Path calendars = sanban.home().resolve("etc/holidays");
    /** The first that is not there. */
    private final int year = Calendars.LAST + 1;

    @AfterEach
    void takeBack() throws IOException {
        Files.deleteIfExists(calendar(year));
        Files.deleteIfExists(calendar(year + 1));
        for (String code : new String[] {CODE, LONG}) {
            admin.post("/matters/" + code + "/withdrawal", "");
        }
    }

    @Test
    void aYearThatIsNotThereIsSaidAndCountedOnceItIs() {
        JsonNode matter = publish(LONG, INTO_THE_THIRD_YEAR, "居民身份证");
        String number = Sample.accepted(clerk, matter);
        JsonNode unknown = progress(number);
        assertEquals("UNKNOWN", unknown.path("light").asText(), unknown.toString());
        assertFalse(unknown.has("dueOn") || unknown.has("daysLeft"), unknown.toString());
        assertTrue(unknown.path("why").asText().contains(year + ".json"), unknown.toString());

        Calendars.drop(calendars, year);
        Calendars.drop(calendars, year + 1);
        Await.until(SOON, "the limit is counted", () -> progress(number).has("dueOn"));
        JsonNode counted = progress(number);
        assertEquals("ON_TIME", counted.path("light").asText(), counted.toString());
        assertEquals(INTO_THE_THIRD_YEAR, counted.path("daysLeft").asInt());
        JsonNode lines =
                clerk.get("/cases/" + number + "/due").expect(200).json().path("lines");
        assertTrue(lines.toString().contains("元旦"), lines.toString());
        Await.until(SOON, "the list follows", () -> line(number).path("dueOn").equals(counted.path("dueOn")));
    }

    @Test
    void aCaseKeepsTheGuideItStartedWith() {
        JsonNode first = publish(CODE, 5, "居民身份证");
        String old = Sample.submit(clerk, first);
        JsonNode second = publish(CODE, 3, "营业执照");
        String fresh = Sample.submit(clerk, second);
        assertEquals(
                first.at("/guide/version").asInt() + 1,
                second.at("/guide/version").asInt());
        assertEquals(
                "居民身份证",
                clerk.get("/cases/" + old).json().at("/materials/0/name").asText());
        assertEquals(
                "营业执照",
                clerk.get("/cases/" + fresh).json().at("/materials/0/name").asText());
        admin.post("/matters/" + CODE + "/withdrawal", "").expect(200);
        assertEquals(5, limit(old), "it goes on under its own");
        assertEquals(3, limit(fresh));
        assertTrue(
                clerk.post("/cases", Sample.draft(second)).expect(409).detail().contains("下架"));
    }

    /** Hands everything in, accepts, and tells the limit that runs then. */
    private int limit(String number) {
        Map<String, Object> paper = Map.of("code", "m1", "originals", 1, "copies", 1);
        CaseLife life = new CaseLife(number);
        life.does(clerk, "correct", Map.of("materials", new Object[] {paper})).expect(200);
        life.answers(clerk, "accept", Map.of()).expect(200);
        return clerk.get("/cases/" + number)
                .expect(200)
                .json()
                .at("/due/limitDays")
                .asInt();
    }

    private JsonNode publish(String code, int days, String paper) {
        Map<String, Object> guide = Map.of(
                "statutoryDays", days,
                "committedDays", days,
                "materials", new Object[] {Map.of("name", paper, "originals", 1, "copies", 1, "required", true)});
        return admin.put(
                        "/matters/" + code,
                        Map.of(
                                "name", "时限示例事项",
                                "department", "示例局",
                                "type", "PUBLIC_SERVICE",
                                "source", "示例",
                                "sample", true,
                                "guide", guide))
                .expect(200)
                .json();
    }

    private JsonNode progress(String number) {
        return sanban.anyone()
                .get("/progress/" + number + "?phone=1234")
                .expect(200)
                .json();
    }

    private JsonNode line(String number) {
        for (JsonNode one : clerk.get("/cases?limit=200").expect(200).json().path("items")) {
            if (one.path("number").asText().equals(number)) {
                return one;
            }
        }
        throw new AssertionError(number + " is in no list");
    }

    private Path calendar(int of) {
        return calendars.resolve(of + ".json");
    }
}
