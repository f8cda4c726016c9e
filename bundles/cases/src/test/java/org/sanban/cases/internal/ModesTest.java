// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

class ModesTest {
    private static final Text NAME = Text.of("test");

    private final FakeCaseStore store = new FakeCaseStore();
    private final Modes modes = new Modes(store);

    @Test
    void whatCannotWorkIsRefusedWithEveryFaultByName() {
        ServiceMode wrong = mode(1, Set.of(), null, "island");
        modes.add(wrong);
        assertEquals(List.of(), modes.installed());
        Problem refused = assertThrows(Problem.class, () -> modes.offered("test"));
        assertEquals(Problem.Kind.NOT_FOUND, refused.kind());
        for (String fault :
                List.of("stage island", "step look names no role", "the limit of stage start has no unit")) {
            assertTrue(refused.detail().zh().contains(fault), refused.detail().zh());
            assertTrue(modes.absence("test").en().contains(fault));
        }
        modes.remove(wrong);
        assertThrows(Problem.class, () -> modes.offered("test"));
        assertTrue(modes.absence("test").zh().contains("未安装"));
    }

    @Test
    void theCorrectedOneTakesThePlaceOfTheRefused() {
        ServiceMode wrong = mode(1, Set.of(), null, "island");
        ServiceMode right = mode(1, Set.of(Role.CLERK), Limit.Unit.HOURS, "done");
        modes.add(wrong);
        modes.add(right);
        modes.remove(wrong);
        assertEquals(right, modes.offered("test"));
        assertNull(modes.absence("test"));
    }

    @Test
    void anotherWorkflowUnderTheVersionOfOpenCasesIsRefused() {
        modes.add(mode(1, Set.of(Role.CLERK), Limit.Unit.HOURS, "done"));
        CaseEntity row = new CaseEntity();
        row.mode = "test";
        row.workflow = 1;
        store.cases.put(1L, row);
        Modes restarted = new Modes(store);
        restarted.add(mode(1, Set.of(Role.OFFICER), Limit.Unit.HOURS, "done"));
        assertTrue(restarted.absence("test").zh().contains("raise its version"));
        restarted.add(mode(2, Set.of(Role.OFFICER), Limit.Unit.HOURS, "done"));
        assertNull(restarted.absence("test"));
    }

    /** From a stage with a limit to the end, with a look at it on the way. */
    private static ServiceMode mode(int version, Set<String> looks, Limit.Unit unit, String end) {
        Workflow workflow = new Workflow(
                "test",
                version,
                NAME,
                "start",
                Set.of(Role.CLERK),
                List.of(),
                List.of(
                        new Stage("start", NAME, Status.OPEN, Clock.RUNNING, Role.CLERK, new Limit(1, unit, "示例规定")),
                        new Stage(end, NAME, Status.DONE, Clock.ENDED, null, null)),
                List.of(
                        step("look", null, looks),
                        step("finish", end.equals("done") ? "done" : "start", Set.of(Role.CLERK))));
        return () -> workflow;
    }

    private static Step step(String action, String to, Set<String> roles) {
        return new Step(action, NAME, Kind.NOTED, Set.of("start"), to, roles, List.of(), Set.of(), true);
    }
}
