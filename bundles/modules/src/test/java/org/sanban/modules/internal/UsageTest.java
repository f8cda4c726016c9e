// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.identity.Actor;
import org.sanban.api.modules.Plan;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** Who uses a mode. */
class UsageTest {
    private final Actor admin = Actor.system("test", "610926000000");
    private final Usage usage = new Usage();

    @Test
    void openCasesAreCountedUpToAThousand() {
        usage.cases = cases(250);
        assertEquals(250, usage.open(Set.of("window"), admin));
        usage.cases = cases(5_000);
        assertEquals(Plan.MOST, usage.open(Set.of("window"), admin));
        assertEquals(0, usage.open(Set.of(), admin));
    }

    @Test
    void withoutTheServicesNothingIsClaimed() {
        assertNull(usage.open(Set.of("window"), admin));
        assertEquals(Map.of(), usage.needing());
    }

    /** So many cases are open; nothing else is asked. */
    private static CaseService cases(int open) {
        return (CaseService) Proxy.newProxyInstance(
                UsageTest.class.getClassLoader(), new Class<?>[] {CaseService.class}, (proxy, method, args) -> {
                    assertEquals("window", ((CaseQuery) args[0]).mode());
                    PageRequest page = (PageRequest) args[1];
                    int from = (int) page.afterNumber(0);
                    int to = Math.min(open, from + page.limit());
                    return new Page<>(Collections.nCopies(to - from, "a case"), to < open ? "" + to : null);
                });
    }
}
