// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final List<String> MODES = List.of("mobile", "onsite", "proxy", "window");

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
        for (String one : MODES) {
            for (String other : MODES) {
                // Each pair once; which of the two goes first alternates.
                if (one.compareTo(other) < 0) {
                    List<Case> others = new ArrayList<>(cases.values());
                    others.removeIf(each -> each.mode.equals(one) || each.mode.equals(other));
                    boolean turned = (MODES.indexOf(one) + MODES.indexOf(other)) % 2 == 0;
                    comeAndGo(cases.get(turned ? other : one), cases.get(turned ? one : other), others);
                }
            }
        }
        cases.values().forEach(one -> one.note().expect(200));
        assertEquals("", sanban.trouble());
    }

    private void comeAndGo(Case first, Case second, List<Case> others) {
        try (Load load = Load.steady(PAUSE).reading(clerk, "/cases/" + first.number, "/cases?limit=5")) {
            others.forEach(other -> load.asking("note in " + other.mode, other::note));
            load.awaitMore(10);
            sanban.done("sanban:module-remove " + Modes.feature(first.mode) + "; sanban:module-remove "
                    + Modes.feature(second.mode));
            Map<String, Boolean> installed = installed();
            assertFalse(installed.get(first.mode) || installed.get(second.mode), installed.toString());
            assertTrue(first.note().expect(503).detail().contains(Modes.feature(first.mode)));
            assertTrue(clerk.post("/cases", draft(second.mode))
                    .expect(503)
                    .detail()
                    .contains(Modes.feature(second.mode)));
            load.awaitMore(10);
            sanban.done("sanban:module-install " + Modes.feature(second.mode) + "; sanban:module-install "
                    + Modes.feature(first.mode));
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

    /** A case that somebody writes notes on. */
    private Map<String, Object> draft(String mode) {
        return Modes.draft(sanban, clerk, mode);
    }

    private final class Case {
        private final String mode;
        private final String number;
        private int version = 1;

        Case(String mode) {
            this.mode = mode;
            this.number = clerk.post("/cases", draft(mode))
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
