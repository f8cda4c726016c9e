// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void everyRuleNamesItsSource() {
        Terms terms = terms(Map.of());
        terms.limits().values().forEach(limit -> assertTrue(limit.source().startsWith("示例"), limit.source()));
        assertTrue(terms.detailsSource().startsWith("示例"));
        assertTrue(terms.appeal().source().startsWith("示例"));
    }

    @Test
    void limitsAreSetByLevel() {
        Terms terms = terms(Map.of("limits", new String[] {"DISSATISFIED=7|甲办法", "VERY_DISSATISFIED=3|甲办法"}));
        assertEquals(new Terms.Sourced(7, "甲办法"), terms.limit(Level.DISSATISFIED));
        assertEquals(3, terms.limit(Level.VERY_DISSATISFIED).number());
    }

    @Test
    void whatCannotWorkIsToldByNameAndTakesNothingAway() {
        assertRefused("limits", new String[] {"DISSATISFIED=7|甲办法"});
        assertRefused("limits", new String[] {"DISSATISFIED=7", "VERY_DISSATISFIED=3|甲办法"});
        assertRefused("limits", new String[] {"SATISFIED=7|甲", "VERY_DISSATISFIED=3|甲办法"});
        assertRefused("details", new String[] {"slow|慢"});
        assertRefused("address", "example.org");
        assertRefused("linkDays", 0);
        assertRefused("appeal", "five");
    }

    @Test
    void aLinkKeepsItsTokenFromServersLogs() {
        assertEquals("https://example.org/evaluate/#t", terms(Map.of()).link("t", "https://example.org"));
        assertEquals(
                "https://pingli.example/sb/evaluate/#t",
                terms(Map.of("address", "https://pingli.example/sb/")).link("t", "http://10.0.0.1"));
    }

    @Test
    void visitsAreNamedByModeAndStep() {
        assertTrue(terms(Map.of()).visit("onsite", "accept"));
        assertFalse(terms(Map.of()).visit("window", "accept"));
    }

    private static void assertRefused(String what, Object value) {
        terms(Map.of());
        Terms terms = terms(Map.of(what, value));
        assertEquals(1, terms.faults().size());
        String told = terms.faults().get(0);
        assertTrue(told.startsWith("etc/org.sanban.evaluation.cfg: " + what + " must be "), told);
        assertEquals(terms(Map.of()).limits(), terms.limits());
        assertEquals(5, terms.appeal().number());
        assertEquals(30, terms.linkDays());
    }

    private static Terms terms(Map<String, Object> set) {
        return new Terms(Configured.terms(set));
    }
}
