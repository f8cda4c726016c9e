// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sanban.channel.demo.internal.ProvinceParty.Received;
import org.sanban.channel.province.internal.Configured;
import org.sanban.channel.province.internal.SimulatedProvince;

/** What a county gains from the exchange with the provincial platform: installed, configured, told, asked, removed. */
@ExtendWith(Distribution.class)
@TestMethodOrder(OrderAnnotation.class)
class ProvinceIT {
    private static final String MODULE = "sanban-channel-province";
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NATIONAL = "440118009000|11440100007482575H3440118009000";

    private static SimulatedProvince province;
    private static String number;
    /** On which its records were sent. */
    private static String day;

    private final Sanban sanban = Distribution.get();
    private final Rest admin = sanban.as("sample-admin");
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest officer = sanban.as("chengguan-officer");
    private final Rest system = sanban.as("sample-system");
    private final JsonNode matter = Sample.committedMatter(clerk);

    @BeforeAll
    static void installIt() throws IOException {
        province = new SimulatedProvince();
        Sanban sanban = Distribution.get();
        Files.writeString(settings(sanban), "way = rest\nurl = nowhere\n");
        sanban.done("sanban:module-install "
                + Path.of(
                        System.getProperty("sanban.root"),
                        "bundles/channel-province/target/channel-province-" + System.getProperty("sanban.version")
                                + "-module.kar"));
    }

    @AfterAll
    static void removeIt() throws IOException {
        Sanban sanban = Distribution.get();
        Files.deleteIfExists(settings(sanban));
        if (installed(sanban)) {
            sanban.done("sanban:module-remove " + MODULE);
        }
        province.close();
    }

    @Test
    @Order(1)
    void configuredWrongItSaysWhatIsMissingAndWhatHappensWaits() {
        // The file is read within a second or two.
        Await.until(SOON, "the wrong address is named", () -> fault().contains("url"));
        String fault = fault();
        for (String named :
                List.of("etc/org.sanban.channel.province.cfg", "url", "privateKey", "event_name.accepted")) {
            assertTrue(fault.contains(named), named + " in " + fault);
        }
        byte[] body = application("IT-0");
        assertEquals(
                503, system.post("/province/applications", body, headers(body)).status());
        number = Sample.ended(clerk, officer, matter);
        Await.until(SOON, "the result waits", () -> states(number).containsKey("UP_PRO_RESULT"));
        assertTrue(
                states(number).values().stream().allMatch("WAITING"::equals),
                states(number).toString());
        clerk.get("/province/status").expect(403);
        assertEquals("FAULT", sanban.channel("province").path("state").asText());
    }

    @Test
    @Order(2)
    void configuredRightACaseGoesOutWithAcceptanceStepsAndResult() throws IOException {
        province.writeKeys(sanban.home().resolve("etc"));
        Map<String, Object> set = Configured.push(province.url());
        set.put("orgCode", "11610926000000000X");
        set.put("tasks", matter.path("code").asText() + "=" + NATIONAL);
        set.put("ratings", "interface");
        Files.writeString(settings(sanban), Configured.file(set));
        Await.until(SOON, "all is acknowledged", () -> {
            // While it is configured anew its door is shut for a moment.
            Rest.Answer records = admin.get("/province/records?limit=200&number=" + number);
            return records.status() == 200
                    && states(records).containsKey("UP_PRO_RESULT")
                    && states(records).values().stream().allMatch("SENT"::equals);
        });
        day = Calendars.today().toString();
        List<String> tables = of(number).stream().map(Received::table).toList();
        assertTrue(tables.containsAll(List.of("UP_PRO_ACCEPT", "UP_PRO_PROCESS", "UP_PRO_RESULT")), tables.toString());
        Received accept = of(number, "UP_PRO_ACCEPT");
        assertEquals(Sample.ID, accept.data().path("applyer_page_code").asText());
        assertEquals("2", accept.data().path("project_type").asText());
        assertEquals(NATIONAL.substring(13), accept.data().path("task_code").asText());
        assertEquals(
                "准予办理",
                of(number, "UP_PRO_RESULT").data().path("result_explain").asText());
        assertTrue(admin.get("/system/metrics").expect(200).body().contains("sanban_province_oldest_waiting_seconds"));
        Await.until(SOON, "the result can be fetched", () -> results().contains(number));
    }

    @Test
    @Order(3)
    void aRatingOfTheCaseFollowsItInTheInterfacesCoding() {
        sanban.as("chengguan-clerk2")
                .post(
                        "/evaluations",
                        Map.of(
                                "number",
                                number,
                                "phone",
                                "1234",
                                "judgement",
                                Map.of("business", "FAIR", "window", "SATISFIED", "attitude", "SATISFIED")))
                .expect(200);
        Await.until(SOON, "the rating is acknowledged", () -> "SENT"
                .equals(states(number).get("rating")));
        JsonNode rating = province.party().records().stream()
                .filter(one -> one.table().equals("rating"))
                .map(Received::data)
                .filter(data -> data.path("projectNo").asText().equals(number))
                .findFirst()
                .orElseThrow();
        assertEquals("3", rating.path("satisfaction").asText());
        assertEquals("1", rating.path("promiseTime").asText(), "承诺件");
        assertEquals(NATIONAL.substring(13), rating.path("taskCode").asText());
    }

    @Test
    @Order(4)
    void anApplicationThatComesTwiceIsOneCase() {
        String project = "IT-" + UUID.randomUUID();
        byte[] body = application(project);
        String[] signed = headers(body);
        JsonNode first =
                system.post("/province/applications", body, signed).expect(201).json();
        JsonNode second =
                system.post("/province/applications", body, signed).expect(200).json();
        String made = first.path("number").asText();
        assertEquals(made, second.path("number").asText());
        assertTrue(second.path("repeated").asBoolean());
        byte[] other = application(project + "x");
        system.post("/province/applications", other, signed).expect(403);
        clerk.post("/province/applications", body, signed).expect(403);
        assertEquals(
                "submitted",
                clerk.get("/cases/" + made).expect(200).json().path("stage").asText());
        JsonNode journal = clerk.get("/cases/" + made + "/journal").expect(200).json();
        assertEquals("province", journal.path("items").get(0).path("channel").asText());
        new CaseLife(made).answers(clerk, "withdraw", Map.of("reason", "申请人撤回")).expect(200);
        Await.until(SOON, "it is told under the platform's number", () -> !of(project, "UP_PRO_RESULT")
                .data()
                .isEmpty());
    }

    @Test
    @Order(5)
    void aDifferenceIsFoundAndMended() {
        // Other tests' records went to another platform.
        sanban.done("sanban:province-reconcile --resend " + day);
        Await.until(SOON, "nothing differs", () -> missingThere(reconciled()) == 0);
        Received lost = of(number, "UP_PRO_RESULT");
        province.party().loses(lost.id());
        JsonNode report = reconciled();
        assertTrue(report.path("done").asBoolean(), report.toString());
        assertEquals(1, missingThere(report), report.toString());
        assertTrue(admin.get("/province/reconciliations/" + day + "/differences?limit=200")
                .expect(200)
                .body()
                .contains(lost.id()));
        String said = sanban.done("sanban:province-reconcile --resend " + day);
        assertTrue(said.contains(number), said);
        Await.until(SOON, "it is there again", () -> province.party().records().stream()
                .anyMatch(one -> one.id().equals(lost.id())));
    }

    @Test
    @Order(6)
    void itsRemovalDisturbsNobody() {
        try (Load others = Load.on(clerk, "/cases?limit=5", "/matters?limit=5", "/modes")) {
            others.awaitMore(20);
            sanban.done("sanban:module-remove " + MODULE);
            others.awaitMore(20);
            assertEquals(List.of(), others.failures());
        }
        assertFalse(installed(sanban));
        clerk.get("/cases/" + number).expect(200);
        assertEquals("", sanban.trouble());
    }

    private JsonNode reconciled() {
        return admin.post("/province/reconciliations/" + day, "").expect(200).json();
    }

    private static int missingThere(JsonNode report) {
        return report.path("tally").path("missingThere").asInt();
    }

    private byte[] application(String project) {
        Map<String, Object> application = new HashMap<>(Map.of(
                "projectNo",
                project,
                "taskCode",
                NATIONAL.substring(13),
                "applicant",
                Sample.applicant(),
                "materials",
                Sample.complete(matter)));
        try {
            return Rest.JSON.writeValueAsBytes(application);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] headers(byte[] body) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        province.party().signed(body).forEach((name, value) -> headers.addAll(List.of(name, value)));
        return headers.toArray(String[]::new);
    }

    private String fault() {
        Rest.Answer status = admin.get("/province/status");
        return status.status() == 200 ? status.json().path("fault").asText() : "";
    }

    private Map<String, String> states(String of) {
        return states(admin.get("/province/records?limit=200&number=" + of).expect(200));
    }

    private static Map<String, String> states(Rest.Answer records) {
        Map<String, String> states = new HashMap<>();
        records.json()
                .path("items")
                .forEach(one -> states.merge(
                        one.path("table").asText(),
                        one.path("state").asText(),
                        (a, b) -> a.equals(b) ? a : a + " " + b));
        return states;
    }

    private String results() {
        StringBuilder all = new StringBuilder();
        String after = "";
        do {
            JsonNode page = system.get("/province/results?limit=200" + after)
                    .expect(200)
                    .json();
            all.append(page.path("items"));
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : null;
        } while (after != null);
        return all.toString();
    }

    private static List<Received> of(String project) {
        return province.party().records().stream()
                .filter(one -> one.data().path("project_no").asText().equals(project))
                .toList();
    }

    private static Received of(String project, String table) {
        return of(project).stream()
                .filter(one -> one.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static boolean installed(Sanban sanban) {
        for (JsonNode module :
                sanban.as("sample-admin").get("/modules").expect(200).json()) {
            if (module.path("feature").asText().equals(MODULE)) {
                return module.path("state").asText().equals("ACTIVE");
            }
        }
        return false;
    }

    private static Path settings(Sanban sanban) {
        return sanban.home().resolve("etc/org.sanban.channel.province.cfg");
    }
}
