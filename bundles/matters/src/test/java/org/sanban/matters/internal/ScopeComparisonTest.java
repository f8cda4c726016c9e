// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

/** What an administrator sees who compares the county's list with a town's, and the window's with the proxy's. */
class ScopeComparisonTest {
    private final FakeMatters matters =
            new FakeMatters(Samples.matter("A1", 5), Samples.matter("A2", 5), Samples.matter("A3", 5));
    private final ScopeResource scopes = new ScopeResource(matters, new FakeRegistry(Samples.SITE));

    ScopeComparisonTest() {
        publish("proxy", Samples.COUNTY, "A1", "A2");
        publish("proxy", Samples.TOWN, "A2", "A3");
        publish("window", Samples.TOWN, "A1", "A2", "A3");
    }

    @Test
    void aTownIsComparedWithItsCounty() {
        ScopeComparison told = scopes.compare("proxy", Samples.TOWN, null, null, null, null);
        assertEquals(Samples.COUNTY, told.other().division());
        assertEquals(1, told.common());
        assertEquals(List.of("A3"), codes(told.added()));
        assertEquals(List.of("A1"), codes(told.absent()));
        assertEquals("示例局", told.added().get(0).department());
    }

    @Test
    void whatIsPlacedIsComparedWithWhatIsHandledByProxy() {
        ScopeComparison told = scopes.compare("window", Samples.TOWN, null, "proxy", null, null);
        assertEquals(Samples.TOWN, told.other().division());
        assertEquals(List.of("A1"), codes(told.added()));
        assertEquals(List.of(), codes(told.absent()));
    }

    @Test
    void theTopmostMustSayWithWhom() {
        Problem problem =
                assertThrows(Problem.class, () -> scopes.compare("proxy", Samples.COUNTY, null, null, null, null));
        assertEquals("other", problem.violations().get(0).field());
        ScopeComparison told = scopes.compare("proxy", Samples.COUNTY, Samples.TOWN, null, null, null);
        assertEquals(List.of("A1"), codes(told.added()));
    }

    @Test
    void withoutAListThereIsNothingToCompare() {
        Problem problem =
                assertThrows(Problem.class, () -> scopes.compare("onsite", Samples.TOWN, null, null, null, null));
        assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
    }

    private void publish(String mode, String division, String... codes) {
        matters.publish(new Scope(mode, division, 1, null, "示例", Set.of(codes), null, null, true), Samples.admin());
    }

    private static List<String> codes(List<ScopeComparison.Entry> entries) {
        return entries.stream().map(ScopeComparison.Entry::code).toList();
    }
}
