// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Scope;
import org.sanban.api.modules.Plan;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.Samples;

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
        assertEquals(Usage.Needing.NONE, usage.needing(Set.of("window")));
    }

    @Test
    void aModeIsNeededByWhatADivisionHasPublishedForIt() {
        FakeMatters matters = new FakeMatters(Samples.matter("a", 5), Samples.matter("b", 5), Samples.matter("c", 5));
        for (String division : List.of(Samples.COUNTY, Samples.TOWN)) {
            Set<String> codes = division.equals(Samples.TOWN) ? Set.of("b", "c") : Set.of("a", "b");
            matters.publish(
                    new Scope("onsite", division, 1, Instant.EPOCH, "示例", codes, null, null, true), Samples.admin());
        }
        usage.matters = matters;
        assertEquals(new Usage.Needing(3, List.of("a", "b", "c")), usage.needing(Set.of("onsite")));
        assertEquals(Usage.Needing.NONE, usage.needing(Set.of("window")));
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
