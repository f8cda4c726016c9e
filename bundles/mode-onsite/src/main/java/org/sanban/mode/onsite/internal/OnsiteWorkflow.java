// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.onsite.internal;

import java.util.List;
import java.util.Set;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Field.Type;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.Procedure;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Wording;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;

/** Stages and steps of 上门办, in the order of the notice (R84–R94). */
final class OnsiteWorkflow {
    static final Wording WORDING = Wording.of(OnsiteWorkflow.class);

    private static final int RELEASE = 1;
    private static final Limit SAME_DAY = new Limit(0, Limit.Unit.WORKING_DAYS, "平政办发〔2024〕14号");
    private static final String[] VISITORS = {Role.CLERK, Role.OFFICER, Role.AGENT};
    private static final Set<String> OPEN =
            Set.of("requested", "planned", "agreed", "visiting", "accepted", "paused", "decided", "return-visit");

    private OnsiteWorkflow() {}

    /**
     * The workflow for a limit of the return visit. Its version holds the limit, so that open cases keep the one they
     * began with when it is configured anew.
     */
    static Workflow of(int returnVisitDays) {
        return new Workflow(
                OnsiteMode.ID,
                RELEASE * 1000 + returnVisitDays,
                WORDING.get("mode"),
                "requested",
                Set.of(Role.CLERK, Role.AGENT, Role.SYSTEM),
                request(),
                stages(returnVisitDays),
                steps());
    }

    private static List<Field> request() {
        return List.of(
                WORDING.chosen("need", true, "need", "enterprise", "person"),
                WORDING.chosen("via", true, "via", "phone", "window", "web", "wechat", "agent"),
                WORDING.chosen(
                        "circumstance", true, "circumstance", "elderly", "disabled", "ill", "enterprise", "other"),
                WORDING.field("wishedAt", Type.TIME, true),
                WORDING.text("place", true, 200),
                WORDING.text("wishes", false, 300));
    }

    private static List<Stage> stages(int returnVisitDays) {
        return List.of(
                WORDING.stage("requested", Status.OPEN, Clock.WAITING, Role.CLERK, SAME_DAY),
                WORDING.stage("planned", Status.OPEN, Clock.WAITING, Role.CLERK),
                WORDING.stage("agreed", Status.OPEN, Clock.WAITING, Role.CLERK),
                WORDING.stage("visiting", Status.OPEN, Clock.WAITING, Role.CLERK),
                WORDING.stage("accepted", Status.OPEN, Clock.RUNNING, Role.OFFICER),
                WORDING.stage("paused", Status.OPEN, Clock.PAUSED, Role.OFFICER),
                WORDING.stage("decided", Status.OPEN, Clock.ENDED, Role.CLERK),
                WORDING.stage(
                        "return-visit",
                        Status.OPEN,
                        Clock.ENDED,
                        Role.CLERK,
                        new Limit(returnVisitDays, Limit.Unit.WORKING_DAYS, "org.sanban.mode.onsite returnVisitDays")),
                WORDING.stage("done", Status.DONE, Clock.ENDED, null),
                WORDING.stage("refused", Status.REFUSED, Clock.ENDED, null),
                WORDING.stage("withdrawn", Status.WITHDRAWN, Clock.ENDED, null));
    }

    private static List<Step> steps() {
        return List.of(
                WORDING.step("coordinate", Kind.HANDED_OVER)
                        .from("requested")
                        .by(Role.CLERK)
                        .asks(WORDING.name("unit"))
                        .effects(Effect.ASSIGN)
                        .make(),
                WORDING.step("plan", Kind.ADVANCED)
                        .from("requested")
                        .to("planned")
                        .by(Role.CLERK)
                        .asks(
                                WORDING.sentences("team"),
                                WORDING.sentences("equipment"),
                                WORDING.field("proposedAt", Type.TIME, true))
                        .make(),
                late("escalate", "requested"),
                Procedure.requestCorrection()
                        .named(WORDING.get("step.request-correction"))
                        .from("planned", "agreed", "visiting")
                        .by(Role.CLERK)
                        .make(),
                Procedure.correct()
                        .from("planned", "agreed", "visiting")
                        .by(Role.CLERK, Role.AGENT, Role.SYSTEM)
                        .make(),
                WORDING.step("agree", Kind.ADVANCED)
                        .from("planned")
                        .to("agreed")
                        .by(Role.CLERK)
                        .asks(agreedBy())
                        .effects(Effect.BOOKS)
                        .make(),
                WORDING.step("reschedule", Kind.ADVANCED)
                        .from("agreed")
                        .by(Role.CLERK)
                        .asks(agreedBy(), WORDING.sentences("reason"))
                        .effects(Effect.BOOKS)
                        .make(),
                WORDING.step("arrive", Kind.ADVANCED)
                        .from("agreed")
                        .to("visiting")
                        .by(VISITORS)
                        .asks(WORDING.field("arrivedAt", Type.TIME, false))
                        .make(),
                WORDING.step("in-vain", Kind.ADVANCED)
                        .from("agreed", "visiting")
                        .to("planned")
                        .by(VISITORS)
                        .asks(
                                WORDING.chosen(
                                        "reason",
                                        true,
                                        "in-vain",
                                        "nobody-home",
                                        "wrong-address",
                                        "postponed",
                                        "incomplete",
                                        "road"),
                                WORDING.sentences("explanation"))
                        .effects(Effect.BOOKS)
                        .make(),
                WORDING.step("finish-now", Kind.DELIVERED)
                        .from("visiting")
                        .to("return-visit")
                        .by(VISITORS)
                        .asks(
                                WORDING.sentences("result"),
                                WORDING.name("signedBy"),
                                WORDING.field("receipt", Type.FILE, false))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                WORDING.step("accept", Kind.ACCEPTED)
                        .from("visiting")
                        .to("accepted")
                        .by(Role.CLERK, Role.OFFICER)
                        .effects(Effect.CUSTODY)
                        .make(),
                Procedure.refuse(WORDING.choices("refuse", "no-hardship", "equipment", "in-person"))
                        .from("requested", "planned", "agreed", "visiting")
                        .to("refused")
                        .by(Role.CLERK)
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
                WORDING.step("arrange-delivery", Kind.ADVANCED)
                        .from("decided")
                        .by(Role.CLERK)
                        .asks(agreedBy())
                        .effects(Effect.BOOKS)
                        .make(),
                WORDING.step("deliver", Kind.DELIVERED)
                        .from("decided")
                        .to("return-visit")
                        .by(VISITORS)
                        .asks(
                                WORDING.chosen("handedOver", true, "handed-over", "door", "window"),
                                WORDING.name("signedBy"),
                                WORDING.field("receipt", Type.FILE, false))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                WORDING.step("return-visit", Kind.ADVANCED)
                        .from("return-visit")
                        .to("done")
                        .by(Role.CLERK)
                        .asks(
                                WORDING.field("visitedOn", Type.DATE, true),
                                WORDING.chosen(
                                        "satisfaction",
                                        true,
                                        "satisfaction",
                                        "very-satisfied",
                                        "satisfied",
                                        "fair",
                                        "dissatisfied",
                                        "very-dissatisfied",
                                        "not-reached"),
                                WORDING.text("opinion", false, 500))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                late("escalate-return-visit", "return-visit"),
                Procedure.withdraw()
                        .from("requested", "planned", "agreed", "visiting", "accepted", "paused")
                        .to("withdrawn")
                        .by(Role.CLERK, Role.SYSTEM)
                        .make(),
                Procedure.transfer().from(OPEN).by(Role.CLERK, Role.OFFICER).hidden(),
                Procedure.custody().from(OPEN).by(VISITORS).make(),
                Procedure.note().from(OPEN).by(VISITORS).hidden());
    }

    private static Field agreedBy() {
        return WORDING.chosen("agreedBy", true, "agreed-by", "phone", "wechat", "face-to-face");
    }

    /** Once the stage's limit is over, the platform tells it upwards, once. */
    private static Step late(String action, String stage) {
        return WORDING.step(action, Kind.ESCALATED)
                .from(stage)
                .by(Role.SYSTEM)
                .effects(Effect.OVERDUE, Effect.ONCE)
                .hidden();
    }
}
