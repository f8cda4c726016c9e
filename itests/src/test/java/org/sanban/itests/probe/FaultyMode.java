// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests.probe;

import java.util.List;
import java.util.Set;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Text;

/** A mode as its author should not have written it: a stage that nothing leads to, a step for nobody, a limit of what. */
public final class FaultyMode implements ServiceMode {
    private static final Text NAME = new Text("有误", "Faulty");
    private static final Workflow WORKFLOW = new Workflow(
            "faulty",
            1,
            NAME,
            "start",
            Set.of(Role.CLERK),
            List.of(),
            List.of(
                    new Stage("start", NAME, Status.OPEN, Clock.RUNNING, Role.CLERK, new Limit(1, null, "示例")),
                    new Stage("island", NAME, Status.OPEN, Clock.WAITING, Role.CLERK, null),
                    new Stage("done", NAME, Status.DONE, Clock.ENDED, null, null)),
            List.of(
                    step("finish", "start", Set.of(Role.CLERK)),
                    step("leave", "island", Set.of(Role.CLERK)),
                    step("look", "start", Set.of())));

    @Override
    public Workflow workflow() {
        return WORKFLOW;
    }

    private static Step step(String action, String from, Set<String> roles) {
        return new Step(action, NAME, Kind.DELIVERED, Set.of(from), "done", roles, List.of(), Set.of(), true);
    }
}
