// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseSettingsTest {
    @Test
    void aWrongClosingTimeLeavesTheOneBeforeAndAllElse() {
        assertEquals(LocalTime.of(18, 0), set(Map.of("closing", "18:00")).closing());
        CaseSettings wrong = set(Map.of("closing", "25:99", "near", 3));
        assertEquals(LocalTime.of(18, 0), wrong.closing());
        assertEquals(3, wrong.near());
        assertEquals(1, wrong.faults().size());
        assertTrue(
                wrong.faults()
                        .get(0)
                        .startsWith("etc/org.sanban.cases.cfg: closing must be a time like 17:30, not 25:99"),
                wrong.faults().get(0));
        assertEquals(List.of(), set(Map.of("closing", "17:00")).faults());
    }

    @Test
    void aNodeKeepsItsNumber() {
        assertEquals(2, set(Map.of("node", 2)).node());
        assertEquals(2, set(Map.of("node", 0)).node());
    }

    private static CaseSettings set(Map<String, Object> set) {
        return new CaseSettings((CaseSettings.Config) Proxy.newProxyInstance(
                CaseSettings.class.getClassLoader(),
                new Class<?>[] {CaseSettings.Config.class},
                (proxy, method, none) -> set.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
