// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.registry.Division;

class DivisionFileTest {
    @Test
    void levelAndParentFollowFromTheCode() {
        List<Division> read =
                DivisionFile.read("f", List.of("code,name", "610926,县", "", "610926100,镇,x", "610926100001,村"));
        assertEquals(
                List.of(
                        new Division("610926000000", "县", Division.Level.COUNTY, null),
                        new Division("610926100000", "镇", Division.Level.TOWN, "610926000000"),
                        new Division("610926100001", "村", Division.Level.VILLAGE, "610926100000")),
                read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"610900,市", "61092,短", "61092610000a,字母", "610926100,", "610926100"})
    void aWrongLineIsNamed(String line) {
        Exception wrong =
                assertThrows(IllegalArgumentException.class, () -> DivisionFile.read("f", List.of("code,name", line)));
        assertTrue(wrong.getMessage().startsWith("f:2"), wrong.getMessage());
    }

    @Test
    void orphansAndTwinsAreRefused() {
        List<Division> orphan = DivisionFile.read("f", List.of("", "610926100001,村"));
        assertThrows(IllegalArgumentException.class, () -> DivisionFile.check(orphan));
        List<Division> twins = DivisionFile.read("f", List.of("", "610926,县", "610926,县"));
        assertThrows(IllegalArgumentException.class, () -> DivisionFile.check(twins));
    }
}
