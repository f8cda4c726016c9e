// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a developer gains: the example outside this build, made with the published contract alone, serves when dropped in. */
@ExtendWith(Distribution.class)
@Isolated
class ExampleIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration GOAL = Duration.ofSeconds(3);
    private static final int ROUNDS = 3;
    private static final int BUILD = 2;
    private static final String TUTORIAL = "docs/tutorial.md";

    @TempDir
    static Path folder;

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final Path deploy = sanban.home().resolve("deploy");

    @BeforeAll
    static void build() {
        new Document(TUTORIAL, Distribution.get(), folder).run(BUILD, BUILD);
    }

    @AfterEach
    void take() throws IOException {
        try (Stream<Path> dropped = Files.list(deploy)) {
            for (Path jar :
                    dropped.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.delete(jar);
            }
        }
        Await.until(
                SOON,
                "the example is gone",
                () -> sanban.anyone().get("/modes").expect(200).json().findValuesAsText("mode").stream()
                        .noneMatch(mode -> List.of("evening", "lunch").contains(mode)));
    }

    /** The best of a few: what it takes on a machine that others work on as well says little. */
    @Test
    void fromTheDroppedJarToTheFirstCaseIsAMoment() throws IOException {
        Duration best = SOON;
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            drop();
            Await.until(
                    SOON,
                    "the first case over REST",
                    () -> clerk.post("/cases", draft()).status() == 201);
            Duration rest = since(start);
            String number = overSoap();
            Duration soap = since(start);
            assertTrue(sanban.done("sanban:case-show " + number).contains("已预约"));
            System.out.println("from the dropped jar to the first case: " + rest.toMillis() + " ms over REST, "
                    + soap.toMillis() + " ms over SOAP, " + since(start).toMillis()
                    + " ms in a shell, its own start included");
            best = soap.compareTo(best) < 0 ? soap : best;
            take();
        }
        assertTrue(best.compareTo(GOAL) < 0, best.toString());
        assertEquals("", sanban.trouble());
    }

    @Test
    void itsCasesGoTheirWayByItsRules() throws IOException {
        drop();
        Await.until(SOON, "it serves", () -> clerk.post("/cases", draft()).status() == 201);
        Map<String, Object> morning = new HashMap<>(draft());
        morning.put("answers", Map.of("comesAt", comes("09")));
        JsonNode refused = clerk.post("/cases", morning).expect(400).json();
        assertEquals(
                "answers.comesAt",
                refused.path("violations").get(0).path("field").asText());
        assertTrue(refused.path("detail").asText().contains("18 点至 20 点"), refused.toString());

        Map<String, Object> complete = new HashMap<>(draft());
        complete.put("materials", Sample.complete(matter));
        CaseLife life = new CaseLife(
                clerk.post("/cases", complete).expect(201).json().path("number").asText());
        life.does(clerk, "accept", Map.of()).expect(200);
        life.answers(sanban.as("chengguan-officer"), "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        life.answers(clerk, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        assertEquals(
                "delivered",
                clerk.get("/cases/" + life.number)
                        .expect(200)
                        .json()
                        .path("stage")
                        .asText());
    }

    @Test
    void theTutorialDoesWhatItSays() {
        assertTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "the tutorial uses curl: apt-get install curl");
        Document tutorial = new Document(TUTORIAL, sanban, folder);
        String said = tutorial.run(BUILD + 1, tutorial.length());
        assertTrue(said.contains("lunch v2"), said);
        assertTrue(said.contains("sanban-mode-lunch"), said);
        assertEquals("", sanban.trouble());
    }

    private void drop() throws IOException {
        Path copy = Files.copy(
                Document.built("mode-evening-1.0.0.jar"),
                folder.resolve("dropped.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, deploy.resolve("mode-evening.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private String overSoap() {
        return sanban.soapAs("chengguan-clerk")
                .call(
                        "submitCase",
                        "<draft><mode>evening</mode><matter>"
                                + matter.path("code").asText() + "</matter><site>"
                                + Sample.SITE + "</site><applicant><kind>PERSON</kind><name>张示例</name><idNumber>"
                                + Sample.ID + "</idNumber><phone>0915-8401234</phone></applicant>"
                                + "<answer><name>comesAt</name><value>" + comes("18")
                                + "</value></answer></draft>")
                .text("number");
    }

    private Map<String, Object> draft() {
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put("mode", "evening");
        draft.put("answers", Map.of("comesAt", comes("18")));
        return draft;
    }

    private static String comes(String hour) {
        return LocalDate.now().plusDays(7) + "T" + hour + ":30:00+08:00";
    }

    private static Duration since(long start) {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
