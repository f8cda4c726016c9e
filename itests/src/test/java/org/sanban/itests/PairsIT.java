// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a county gains: any two modes come and go, in any order, and who works in another one does not notice. */
@ExtendWith(Distribution.class)
class PairsIT {
    private static final String POSTAL = "sanban-mode-postal";
    private static final String TOWN = "610926100000";
    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            "window",
            Map.of(),
            "mobile",
            Map.of("stop", MobilePoint.of(Distribution.get()).stop()),
            "onsite",
            Map.of(
                    "need", "person",
                    "via", "phone",
                    "circumstance", "elderly",
                    "wishedAt", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3) + "T09:00+08:00",
                    "place", "示例村一组"),
            "proxy",
            Map.of("services", List.of("consult", "act"), "course", "whole"));
    private static final List<String> MODES = List.of("onsite", "proxy", "window");

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");

    /** It rests on the proxy mode, which could not go otherwise. */
    @BeforeEach
    void takePostal() {
        sanban.done("sanban:module-remove " + POSTAL);
    }

    @AfterEach
    void putBack() {
        installed().forEach((mode, there) -> {
            if (!there) {
                sanban.done("sanban:module-install " + Modes.feature(mode));
            }
        });
        sanban.done("sanban:module-install " + POSTAL);
    }

    @Test
    void anyTwoModesComeAndGoInAnyOrderWhileTheOthersServe() {
        Map<String, Case> cases = new HashMap<>();
        MODES.forEach(mode -> cases.put(mode, new Case(mode)));
        for (String first : MODES) {
            for (String second : MODES) {
                if (!first.equals(second)) {
                    List<Case> others = new ArrayList<>(cases.values());
                    others.removeIf(one -> one.mode.equals(first) || one.mode.equals(second));
                    comeAndGo(cases.get(first), cases.get(second), others);
                }
            }
        }
        cases.values().forEach(one -> one.note().expect(200));
        assertEquals("", sanban.trouble());
    }

    private void comeAndGo(Case first, Case second, List<Case> others) {
        try (Load load = Load.on(clerk, "/cases/" + first.number, "/cases?limit=5")) {
            others.forEach(other -> load.asking("note in " + other.mode, other::note));
            load.awaitMore(10);
            sanban.done("sanban:module-remove " + Modes.feature(first.mode) + "; sanban:module-remove "
                    + Modes.feature(second.mode));
            Map<String, Boolean> installed = installed();
            assertFalse(installed.get(first.mode) || installed.get(second.mode), installed.toString());
            assertTrue(first.note().expect(503).detail().contains(Modes.feature(first.mode)));
            assertTrue(clerk.post("/cases", Modes.draft(clerk, second.mode))
                    .expect(503)
                    .detail()
                    .contains(Modes.feature(second.mode)));
            load.awaitMore(10);
            sanban.done("sanban:module-install " + Modes.feature(first.mode) + "; sanban:module-install "
                    + Modes.feature(second.mode));
            load.awaitMore(10);
            assertEquals(List.of(), load.failures(), first.mode + " and " + second.mode);
        }
    }

    private Map<String, Boolean> installed() {
        List<String> there = sanban.anyone().get("/modes").expect(200).json().findValuesAsText("mode");
        Map<String, Boolean> installed = new TreeMap<>();
        MODES.forEach(mode -> installed.put(mode, there.contains(mode)));
        return installed;
    }

    private static String feature(String mode) {
        return "sanban-mode-" + mode;
    }

    private Map<String, Object> draft(String mode) {
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter(mode)));
        draft.put("mode", mode);
        draft.put("answers", ANSWERS.get(mode));
        if (mode.equals("mobile")) {
            draft.put("site", MobilePoint.SITE);
        }
        return draft;
    }

    /** A matter that the town serves in this mode. */
    private JsonNode matter(String mode) {
        if (mode.equals("window")) {
            return Sample.committedMatter(clerk);
        }
        for (JsonNode one : clerk.get("/scopes/" + mode + "/" + TOWN + "/matters?limit=200")
                .expect(200)
                .json()
                .path("items")) {
            JsonNode guide = one.path("guide");
            if (guide.path("levels").toString().contains("5")
                    && guide.path("committedDays").asInt() > 0) {
                return one;
            }
        }
        throw new AssertionError("no matter is served in the mode " + mode);
    }

    /** A case that somebody writes notes on. */
    private final class Case {
        private final String mode;
        private final String number;
        private int version = 1;

        Case(String mode) {
            this.mode = mode;
            this.number = clerk.post("/cases", Modes.draft(clerk, mode))
                    .expect(201)
                    .json()
                    .path("number")
                    .asText();
        }

        synchronized Rest.Answer note() {
            Rest.Answer answer = clerk.post(
                    "/cases/" + number + "/actions", Map.of("name", "note", "version", version, "note", "示例"));
            if (answer.status() == 200) {
                version++;
            }
            return answer;
        }
    }
}
