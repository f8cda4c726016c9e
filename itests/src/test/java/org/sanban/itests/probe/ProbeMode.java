// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests.probe;

import java.util.List;
import java.util.Set;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Text;

/** A mode as somebody else would write it: taken, and done. */
public final class ProbeMode implements ServiceMode {
    private static final Workflow WORKFLOW = new Workflow(
            "probe",
            1,
            new Text("试办", "Probe"),
            "taken",
            Set.of(Role.CLERK),
            List.of(),
            List.of(
                    new Stage("taken", new Text("已收件", "Taken"), Status.OPEN, Clock.RUNNING, Role.CLERK, null),
                    new Stage("done", new Text("已办结", "Done"), Status.DONE, Clock.ENDED, null, null)),
            List.of(new Step(
                    "finish",
                    new Text("办结", "Finish"),
                    Kind.DELIVERED,
                    Set.of("taken"),
                    "done",
                    Set.of(Role.CLERK),
                    List.of(),
                    Set.of(),
                    true)));

    @Override
    public Workflow workflow() {
        return WORKFLOW;
    }
}
