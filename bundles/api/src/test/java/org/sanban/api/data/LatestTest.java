// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatestTest {
    @Test
    void theKeyThatCameInLongestAgoIsForgotten() {
        assertEquals(Set.of("b", "c"), afterAll(Latest.written(2)));
    }

    @Test
    void orTheOneThatWasAskedForLongestAgo() {
        assertEquals(Set.of("a", "c"), afterAll(Latest.used(2)));
    }

    private static Set<String> afterAll(Map<String, Integer> latest) {
        latest.put("a", 1);
        latest.put("b", 2);
        assertEquals(1, latest.get("a"));
        latest.put("c", 3);
        return latest.keySet();
    }
}
