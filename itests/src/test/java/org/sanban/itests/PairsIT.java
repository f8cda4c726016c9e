// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
        sanban.done(remove(POSTAL));
    }

    @AfterEach
    void putBack() {
        installed().forEach((mode, there) -> {
            if (!there) {
                sanban.done(install(Modes.feature(mode)));
            }
        });
        if (!modules(true).contains(POSTAL)) {
            sanban.done(install(POSTAL));
        }
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

    /** Of all there are, what governs and channels too; which one goes and which one comes first alternates. */
    @Tag("long")
    @Test
    void anyTwoOfAllModulesComeAndGoInAnyOrder() {
        sanban.done(install(POSTAL));
        List<String> before = modules(true);
        List<String> all = modules(false);
        List<String> added =
                all.stream().filter(module -> !before.contains(module)).toList();
        added.forEach(module -> sanban.done(install(module)));
        Map<String, List<String>> neededBy = neededBy();
        try (Load load = Load.on(clerk, "/cases?limit=5", "/matters?limit=5")) {
            for (int i = 0; i < all.size() - 1; i++) {
                List<String> changes = new ArrayList<>();
                for (int j = i + 1; j < all.size(); j++) {
                    boolean turned = (i + j) % 2 == 0;
                    changes.addAll(changes(all.get(turned ? j : i), all.get(turned ? i : j), j % 2 == 0, neededBy));
                }
                sanban.done(String.join("; ", changes));
                assertEquals(all, modules(true), "after all pairs of " + all.get(i));
                assertEquals(List.of(), load.failures());
            }
            System.out.println(all.size() * (all.size() - 1) / 2 + " pairs of modules; the others: " + load.told());
        } finally {
            added.stream().filter(modules(true)::contains).forEach(module -> sanban.done(remove(module)));
        }
        assertEquals("", sanban.trouble());
    }

    /** Both go, those that need one of them before it, and all come again, in the same order where none needs another. */
    private static List<String> changes(
            String first, String second, boolean sameOrder, Map<String, List<String>> neededBy) {
        List<String> going = Stream.of(first, second)
                .flatMap(one -> Stream.concat(neededBy.get(one).stream(), Stream.of(one)))
                .distinct()
                .toList();
        boolean free = going.size() == 2 && !neededBy.get(going.get(1)).contains(going.get(0));
        List<String> coming = new ArrayList<>(going);
        if (!sameOrder || !free) {
            Collections.reverse(coming);
        }
        return Stream.concat(
                        going.stream().map(PairsIT::remove), coming.stream().map(PairsIT::install))
                .toList();
    }

    private Map<String, List<String>> neededBy() {
        Map<String, List<String>> neededBy = new HashMap<>();
        clerk.get("/modules").expect(200).json().forEach(module -> {
            List<String> others = new ArrayList<>();
            module.path("neededBy").forEach(other -> others.add(other.asText()));
            neededBy.put(module.path("feature").asText(), others);
        });
        return neededBy;
    }

    /** What may come and go: all of it, or what runs. */
    private List<String> modules(boolean active) {
        List<String> modules = new ArrayList<>();
        clerk.get("/modules").expect(200).json().forEach(module -> {
            boolean runs = module.path("state").asText().equals("ACTIVE");
            if (!module.path("core").asBoolean() && (runs || !active)) {
                modules.add(module.path("feature").asText());
            }
        });
        Collections.sort(modules);
        return modules;
    }

    private static String install(String module) {
        return "sanban:module-install " + module;
    }

    private static String remove(String module) {
        return "sanban:module-remove " + module;
    }

    private void comeAndGo(Case first, Case second, List<Case> others) {
        try (Load load = Load.steady(PAUSE).reading(clerk, "/cases/" + first.number, "/cases?limit=5")) {
            others.forEach(other -> load.asking("note in " + other.mode, other::note));
            load.awaitMore(10);
            sanban.done(remove(Modes.feature(first.mode)) + "; " + remove(Modes.feature(second.mode)));
            Map<String, Boolean> installed = installed();
            assertFalse(installed.get(first.mode) || installed.get(second.mode), installed.toString());
            assertTrue(first.note().expect(503).detail().contains(Modes.feature(first.mode)));
            assertTrue(clerk.post("/cases", draft(second.mode))
                    .expect(503)
                    .detail()
                    .contains(Modes.feature(second.mode)));
            load.awaitMore(10);
            sanban.done(install(Modes.feature(second.mode)) + "; " + install(Modes.feature(first.mode)));
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
            // The platform itself does a step when the limit is over, at closing time and at midnight.
            return answer.status() == 409 && moved() ? note() : answer;
        }

        private boolean moved() {
            int before = version;
            version = clerk.get("/cases/" + number)
                    .expect(200)
                    .json()
                    .path("version")
                    .asInt();
            return version != before;
        }
    }
}
