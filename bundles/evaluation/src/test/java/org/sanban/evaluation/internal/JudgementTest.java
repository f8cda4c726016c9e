// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

class JudgementTest {
    private static final Set<String> KNOWN = Set.of("efficiency", "attitude");

    @Test
    void theWorstOfTheThreeCounts() {
        assertEquals(
                Level.DISSATISFIED,
                judgement(Level.VERY_SATISFIED, Level.FAIR, Level.DISSATISFIED, List.of(), null)
                        .overall());
        assertEquals(
                Level.SATISFIED,
                judgement(Level.SATISFIED, Level.VERY_SATISFIED, Level.VERY_SATISFIED, List.of(), null)
                        .overall());
    }

    @Test
    void aBadOneSaysWhy() {
        assertField("details", bad(List.of(), null));
        assertField("details", bad(null, "  "));
        assertDoesNotThrow(() -> bad(List.of("efficiency"), null).checked(KNOWN));
        assertDoesNotThrow(() -> bad(List.of(), "等了三天𠮷").checked(KNOWN));
        assertDoesNotThrow(
                () -> judgement(Level.FAIR, Level.FAIR, Level.FAIR, null, null).checked(KNOWN));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Problem problem = assertThrows(
                Problem.class,
                () -> new Judgement(null, null, null, List.of("weather"), "x".repeat(501), false, null).checked(KNOWN));
        assertEquals(
                Set.of("business", "window", "attitude", "via", "details", "text"),
                Set.copyOf(problem.violations().stream()
                        .map(Problem.Violation::field)
                        .toList()));
    }

    private static void assertField(String field, Judgement judgement) {
        Problem problem = assertThrows(Problem.class, () -> judgement.checked(KNOWN));
        assertEquals(field, problem.violations().get(0).field());
    }

    private static Judgement bad(List<String> details, String text) {
        return judgement(Level.SATISFIED, Level.SATISFIED, Level.VERY_DISSATISFIED, details, text);
    }

    private static Judgement judgement(
            Level business, Level window, Level attitude, List<String> details, String text) {
        return new Judgement(business, window, attitude, details, text, false, Via.QR);
    }
}
