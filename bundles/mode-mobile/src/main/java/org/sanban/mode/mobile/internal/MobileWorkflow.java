// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.util.List;
import java.util.Set;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Procedure;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Wording;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;

/** Taken at a stop, received at the centre, accepted, decided, handed over at the centre or at a later stop. */
final class MobileWorkflow {
    static final Wording WORDING = Wording.of(MobileWorkflow.class);

    private static final Set<String> OPEN =
            Set.of("taken", "submitted", "correction", "accepted", "paused", "decided", "carried");

    static final Workflow WORKFLOW = new Workflow(
            MobileMode.ID,
            1,
            WORDING.get("mode"),
            "taken",
            Set.of(Role.AGENT, Role.CLERK, Role.SYSTEM),
            List.of(WORDING.field("stop", Field.Type.NUMBER, true), WORDING.field("takenAt", Field.Type.TIME, false)),
            stages(),
            steps());

    private MobileWorkflow() {}

    private static List<Stage> stages() {
        return List.of(
                WORDING.stage("taken", Status.OPEN, Clock.WAITING, Role.AGENT),
                WORDING.stage("submitted", Status.OPEN, Clock.WAITING, Role.CLERK),
                WORDING.stage("correction", Status.OPEN, Clock.WAITING, Role.APPLICANT),
                WORDING.stage("accepted", Status.OPEN, Clock.RUNNING, Role.OFFICER),
                WORDING.stage("paused", Status.OPEN, Clock.PAUSED, Role.OFFICER),
                WORDING.stage("decided", Status.OPEN, Clock.ENDED, Role.CLERK),
                WORDING.stage("carried", Status.OPEN, Clock.ENDED, Role.AGENT),
                WORDING.stage("delivered", Status.DONE, Clock.ENDED, null),
                WORDING.stage("refused", Status.REFUSED, Clock.ENDED, null),
                WORDING.stage("withdrawn", Status.WITHDRAWN, Clock.ENDED, null));
    }

    private static List<Step> steps() {
        return List.of(
                WORDING.step("receive", Kind.ADVANCED)
                        .from("taken")
                        .to("submitted")
                        .by(Role.CLERK)
                        .asks(
                                WORDING.name("broughtBy"),
                                WORDING.chosen("checked", true, "checked", "matches", "differs"),
                                WORDING.text("explanation", false, 500))
                        .effects(Effect.MATERIALS, Effect.MOVES)
                        .make(),
                WORDING.step("accept", Kind.ACCEPTED)
                        .from("submitted")
                        .to("accepted")
                        .by(Role.CLERK)
                        .make(),
                Procedure.requestCorrection()
                        .from("submitted")
                        .to("correction")
                        .by(Role.CLERK)
                        .make(),
                Procedure.correct()
                        .from("submitted", "correction")
                        .to("submitted")
                        .by(Role.CLERK, Role.AGENT, Role.SYSTEM)
                        .make(),
                Procedure.refuse(List.of())
                        .from("submitted", "correction")
                        .to("refused")
                        .by(Role.CLERK)
                        .make(),
                WORDING.step("finish-now", Kind.DELIVERED)
                        .from("taken", "submitted")
                        .to("delivered")
                        .by(Role.CLERK)
                        .asks(WORDING.sentences("result"), WORDING.name("receivedBy"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                Procedure.decide()
                        .from("accepted")
                        .to("decided")
                        .by(Role.OFFICER)
                        .make(),
                Procedure.pause().from("accepted").to("paused").by(Role.OFFICER).make(),
                Procedure.resume()
                        .from("paused")
                        .to("accepted")
                        .by(Role.OFFICER)
                        .make(),
                WORDING.step("carry", Kind.ADVANCED)
                        .from("decided")
                        .to("carried")
                        .by(Role.CLERK, Role.AGENT)
                        .asks(WORDING.field("deliveryStop", Field.Type.NUMBER, true))
                        .effects(Effect.MOVES)
                        .make(),
                WORDING.step("bring-back", Kind.ADVANCED)
                        .from("carried")
                        .to("decided")
                        .by(Role.CLERK, Role.AGENT)
                        .asks(WORDING.sentences("reason"))
                        .effects(Effect.MOVES)
                        .make(),
                WORDING.step("deliver", Kind.DELIVERED)
                        .from("decided", "carried")
                        .to("delivered")
                        .by(Role.CLERK, Role.AGENT)
                        .asks(WORDING.name("receivedBy"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                Procedure.withdraw()
                        .from("taken", "submitted", "correction", "accepted", "paused")
                        .to("withdrawn")
                        .by(Role.CLERK, Role.AGENT, Role.SYSTEM)
                        .make(),
                Procedure.transfer()
                        .from("submitted", "accepted", "paused", "decided")
                        .by(Role.CLERK, Role.OFFICER)
                        .hidden(),
                Procedure.custody()
                        .from(OPEN)
                        .by(Role.CLERK, Role.OFFICER, Role.AGENT)
                        .make(),
                Procedure.note()
                        .from(OPEN)
                        .by(Role.CLERK, Role.OFFICER, Role.AGENT)
                        .hidden());
    }
}
