// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.identity.Actor;

class DivisionTest {
    private static final String COUNTY = "610926000000";
    private static final String TOWN = "610926100000";
    private static final String VILLAGE = "610926100201";

    @ParameterizedTest
    @CsvSource({
        "610000000000, 61",
        "610900000000, 6109",
        "610926000000, 610926",
        "610926100000, 610926100",
        "610926110000, 610926110",
        "610926100201, 610926100201",
        "610926100001, 610926100001"
    })
    void theSubtreeIsThatOfTheLevel(String code, String prefix) {
        assertEquals(prefix, Division.prefix(code));
    }

    @Test
    void whatLiesAboveContainsWhatLiesBelowAndItself() {
        for (String top : new String[] {"610000000000", "610900000000", COUNTY, TOWN, VILLAGE}) {
            assertTrue(Division.contains(top, VILLAGE), top);
        }
        assertFalse(Division.contains(VILLAGE, TOWN));
        assertFalse(Division.contains(TOWN, COUNTY));
    }

    @Test
    void neighboursDoNotSeeEachOther() {
        assertFalse(Division.contains(TOWN, "610926101000"));
        assertFalse(Division.contains("610926101000", "610926110000"));
        assertFalse(Division.contains(VILLAGE, "610926100202"));
        assertFalse(Division.contains(COUNTY, "610981000000"));
    }

    @Test
    void aTownsActorSeesTheTown() {
        Actor actor = Actor.system("test", TOWN);
        assertTrue(actor.sees(TOWN));
        assertTrue(actor.sees(VILLAGE));
        assertFalse(actor.sees(COUNTY));
        assertFalse(actor.sees("610926101201"));
    }

    @Test
    void theTownOfAVillage() {
        assertEquals(TOWN, Division.town(VILLAGE));
        assertEquals(TOWN, Division.town(TOWN));
        assertEquals(COUNTY, Division.town(COUNTY));
    }

    @Test
    void upwardAreThoseThatContainItNearestFirst() {
        assertEquals(List.of(VILLAGE, TOWN, COUNTY, "610900000000", "610000000000"), Division.upward(VILLAGE));
        assertEquals(List.of(COUNTY, "610900000000", "610000000000"), Division.upward(COUNTY));
        assertTrue(Division.upward(VILLAGE).stream().allMatch(code -> Division.contains(code, VILLAGE)));
        assertEquals(List.of("61"), Division.upward("61"));
    }
}
