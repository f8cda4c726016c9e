// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a town and the county read off: how many cases, how many on time, and which they are. */
@ExtendWith(Distribution.class)
class StatisticsIT {
    private static final String COUNTY = "610926000000";
    private static final String TOWN = "610926100000";
    private static final String OTHER = "610926101000";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final LocalDate today = Calendars.today();
    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest officer = sanban.as("chengguan-officer");
    private final JsonNode matter = Sample.committedMatter(clerk);

    @Test
    void whatIsDoneShowsSoonAndCanBeAskedWhy() {
        JsonNode before = summary("?site=" + Sample.SITE);
        String open = Sample.submit(clerk, matter);
        CaseLife life = done();
        Await.until(SOON, "both cases are counted", () -> {
            JsonNode now = summary("?site=" + Sample.SITE);
            return grown(before, now, "submitted") >= 2
                    && grown(before, now, "accepted") >= 1
                    && grown(before, now, "done") >= 1
                    && grown(before, now, "onTime") >= 1;
        });
        JsonNode now = summary("?site=" + Sample.SITE);
        assertEquals(100.0, now.path("onTimeRate").asDouble(), now.toString());
        String days = "&from=" + today + "&until=" + today;
        assertTrue(why("figure=submitted&site=" + Sample.SITE + days).contains(open));
        assertTrue(why("figure=on-time&division=" + TOWN + days).contains(life.number));
        assertTrue(why("figure=open&division=" + TOWN).contains(open));
        assertFalse(why("figure=open&division=" + TOWN).contains(life.number));
        JsonNode measures = now.path("sites").get(0).path("measures");
        assertTrue(measures.toString().contains("cases.on-time"), measures.toString());
        String link = measures.findValue("facts").get(0).path("link").asText();
        clerk.get("/" + link).expect(200);
    }

    @Test
    void numbersAreBrokenDownAndAgree() {
        JsonNode start = summary("?division=" + TOWN);
        Sample.submit(clerk, matter);
        awaitCounted(start, "submitted");
        String month = "&from=" + today.withDayOfMonth(1);
        long total = summary("?division=" + TOWN + month)
                .path("counts")
                .path("submitted")
                .asLong();
        for (String by : new String[] {"site", "mode", "matter"}) {
            assertEquals(total, sum("/statistics/breakdown?by=" + by + "&division=" + TOWN + month), by);
        }
        JsonNode series = clerk.get("/statistics/series?figure=submitted&by=day&division=" + TOWN + month)
                .expect(200)
                .json();
        long points = 0;
        for (JsonNode point : series.path("points")) {
            points += point.path("value").asLong();
        }
        assertEquals(total, points);
        assertEquals(today.getDayOfMonth(), series.path("points").size());
        JsonNode lights = clerk.get("/statistics/breakdown?by=light&division=" + TOWN)
                .expect(200)
                .json();
        assertEquals(6, lights.size(), lights.toString());
        JsonNode towns = officer.get("/statistics/breakdown?by=division&division=" + TOWN)
                .expect(200)
                .json();
        assertTrue(towns.size() > 5, "villages without any case are there too");
    }

    @Test
    void nobodyReadsAnotherTownAndWrongWordsAreNamed() {
        clerk.get("/statistics/summary?division=" + OTHER).expect(403);
        clerk.get("/statistics/why?figure=submitted&division=" + COUNTY).expect(403);
        sanban.anyone().get("/statistics/summary").expect(401);
        assertField("from", "/statistics/summary?from=yesterday");
        assertField("from", "/statistics/summary?from=2026-12-31&until=2026-01-01");
        assertField("figure", "/statistics/series?figure=happiness");
        assertField("by", "/statistics/breakdown?by=colour");
        assertField("from", "/statistics/breakdown?by=matter&from=2026-03-02&until=2026-03-31");
        clerk.get("/statistics/summary?site=610926100000-99").expect(404);
        clerk.post("/statistics/rebuild", Map.of()).expect(403);
    }

    @Test
    void theWorkbookIsOne() {
        Rest.Answer book = clerk.get("/statistics/export?division=" + TOWN).expect(200);
        assertTrue(book.body().startsWith("PK"), "an xlsx is a zip");
    }

    @Test
    void countedAnewTheyAreTheSame() {
        JsonNode start = summary("?division=" + TOWN);
        done();
        awaitCounted(start, "done");
        JsonNode before = summary("?division=" + TOWN);
        String said = sanban.done("sanban:statistics-rebuild");
        assertTrue(said.contains("完全一致"), said);
        assertEquals(before.path("counts"), summary("?division=" + TOWN).path("counts"));
        String table = sanban.done("sanban:statistics --division " + TOWN + " --by site");
        assertTrue(table.contains(Sample.SITE), table);
        sanban.done("sanban:statistics");
    }

    private CaseLife done() {
        CaseLife life = new CaseLife(Sample.accepted(clerk, matter));
        life.version = 2;
        life.answers(officer, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        life.answers(clerk, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        return life;
    }

    private void awaitCounted(JsonNode start, String count) {
        Await.until(SOON, "one more is counted, and nothing waits", () -> {
            JsonNode now = summary("?division=" + TOWN);
            return grown(start, now, count) >= 1 && now.path("waiting").asInt(-1) == 0;
        });
    }

    private JsonNode summary(String query) {
        return clerk.get("/statistics/summary" + query).expect(200).json();
    }

    private static long grown(JsonNode before, JsonNode now, String count) {
        return now.path("counts").path(count).asLong()
                - before.path("counts").path(count).asLong();
    }

    private String why(String query) {
        StringBuilder all = new StringBuilder();
        String after = "";
        do {
            JsonNode page = clerk.get("/statistics/why?limit=200&" + query + after)
                    .expect(200)
                    .json();
            all.append(page.path("items"));
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : null;
        } while (after != null);
        return all.toString();
    }

    private long sum(String path) {
        long sum = 0;
        for (JsonNode line : clerk.get(path).expect(200).json()) {
            sum += line.path("counts").path("submitted").asLong();
        }
        return sum;
    }

    private void assertField(String field, String path) {
        JsonNode violations = clerk.get(path).expect(400).json().path("violations");
        assertEquals(field, violations.get(0).path("field").asText(), violations.toString());
    }
}
