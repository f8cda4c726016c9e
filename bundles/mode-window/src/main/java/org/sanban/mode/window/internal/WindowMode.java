// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.window.internal;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Procedure;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Wording;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;

/**
 * Nearby service at a window (就近办): a clerk takes and accepts, a department officer decides, a clerk hands over.
 * Immediate matters (即办件) are finished on the spot. Who was asked first and every hand-over stand in the journal (R32);
 * corrections are asked for once and completely (R34); whoever refuses or denies chooses the reason from a list (R52).
 */
@Component(service = ServiceMode.class, property = "mode.id=" + WindowMode.ID)
public final class WindowMode implements ServiceMode {
    static final String ID = "window";

    private static final Wording WORDING = Wording.of(WindowMode.class);
    private static final Set<String> OPEN = Set.of("submitted", "correction", "accepted", "paused", "decided");

    private static final Workflow WORKFLOW = new Workflow(
            ID, 1, WORDING.get("mode"), "submitted", Set.of(Role.CLERK, Role.SYSTEM), List.of(), stages(), steps());

    @Override
    public Workflow workflow() {
        return WORKFLOW;
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        Procedure.check(c, action);
        switch (action.name()) {
            case "accept" -> Procedure.complete(c);
            case "finish-now" -> {
                Procedure.atOnce(c);
                Procedure.complete(c);
            }
            default -> {
                // The workflow and the procedure say all there is to the other steps.
            }
        }
    }

    private static List<Stage> stages() {
        return List.of(
                WORDING.stage("submitted", Status.OPEN, Clock.WAITING, Role.CLERK),
                WORDING.stage("correction", Status.OPEN, Clock.WAITING, Role.APPLICANT),
                WORDING.stage("accepted", Status.OPEN, Clock.RUNNING, Role.OFFICER),
                WORDING.stage("paused", Status.OPEN, Clock.PAUSED, Role.OFFICER),
                // The committed limit ends with the decision (办结); handing over follows.
                WORDING.stage("decided", Status.OPEN, Clock.ENDED, Role.CLERK),
                WORDING.stage("delivered", Status.DONE, Clock.ENDED, null),
                WORDING.stage("refused", Status.REFUSED, Clock.ENDED, null),
                WORDING.stage("withdrawn", Status.WITHDRAWN, Clock.ENDED, null));
    }

    private static List<Step> steps() {
        return List.of(
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
                        .by(Role.CLERK, Role.SYSTEM)
                        .make(),
                Procedure.refuse(List.of())
                        .from("submitted", "correction")
                        .to("refused")
                        .by(Role.CLERK)
                        .make(),
                WORDING.step("finish-now", Kind.DELIVERED)
                        .from("submitted")
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
                WORDING.step("deliver", Kind.DELIVERED)
                        .from("decided")
                        .to("delivered")
                        .by(Role.CLERK)
                        .asks(WORDING.name("receivedBy"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                Procedure.withdraw()
                        .from("submitted", "correction", "accepted", "paused")
                        .to("withdrawn")
                        .by(Role.CLERK, Role.SYSTEM)
                        .make(),
                Procedure.transfer()
                        .from("submitted", "accepted", "paused", "decided")
                        .by(Role.CLERK, Role.OFFICER)
                        .hidden(),
                Procedure.custody().from(OPEN).by(Role.CLERK, Role.OFFICER).make(),
                Procedure.note().from(OPEN).by(Role.CLERK, Role.OFFICER).hidden());
    }
}
