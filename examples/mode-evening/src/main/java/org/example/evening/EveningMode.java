// SPDX-License-Identifier: Apache-2.0
package org.example.evening;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Field;
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
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;

/**
 * After office hours (延时办): who works all day comes in the evening, at an agreed time. An invented mode that shows what
 * a plugin is made of: a workflow as data, one rule that data cannot say, a configuration, texts in two languages.
 */
@Component(
        service = ServiceMode.class,
        property = "mode.id=" + EveningMode.ID,
        configurationPid = "org.example.mode.evening")
@Designate(ocd = EveningMode.Config.class)
public final class EveningMode implements ServiceMode {
    static final String ID = "evening";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Wording WORDING = Wording.of(EveningMode.class);
    private static final Workflow WORKFLOW = new Workflow(
            ID,
            1,
            WORDING.get("mode"),
            "booked",
            Set.of(Role.CLERK, Role.SYSTEM),
            List.of(WORDING.field("comesAt", Field.Type.TIME, true)),
            stages(),
            steps());

    /** What can be set: {@code etc/org.example.mode.evening.cfg}. The defaults are made up. */
    @ObjectClassDefinition(name = "Service after office hours")
    public @interface Config {
        @AttributeDefinition(name = "From", description = "The hour the evening service begins, 0 to 23")
        int from() default 18;

        @AttributeDefinition(name = "To", description = "The hour it ends, after it began, up to 24")
        int to() default 20;
    }

    private final InstantSource now;
    private final int from;
    private final int to;

    @Activate
    public EveningMode(Config config) {
        this(InstantSource.system(), config.from(), config.to());
    }

    EveningMode(InstantSource now, int from, int to) {
        if (from < 0 || to <= from || to > 24) {
            throw new IllegalArgumentException("org.example.mode.evening: from and to must be hours, from before to");
        }
        this.now = now;
        this.from = from;
        this.to = to;
    }

    @Override
    public Workflow workflow() {
        return WORKFLOW;
    }

    /** The core has checked the form already: the answer is there and a time. */
    @Override
    public void check(Draft draft, Matter matter, Actor actor) {
        ZonedDateTime comes =
                OffsetDateTime.parse(draft.answers().get("comesAt").toString()).atZoneSameInstant(ZONE);
        if (!comes.toInstant().isAfter(now.instant())) {
            throw Problem.invalid("answers.comesAt", WORDING.get("check.past"));
        }
        if (comes.getHour() < from || comes.getHour() >= to) {
            throw Problem.invalid("answers.comesAt", WORDING.get("check.hours", from, to));
        }
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        Procedure.check(c, action);
        if (action.name().equals("accept")) {
            Procedure.complete(c);
        }
    }

    private static List<Stage> stages() {
        return List.of(
                WORDING.stage("booked", Status.OPEN, Clock.WAITING, Role.CLERK),
                WORDING.stage("accepted", Status.OPEN, Clock.RUNNING, Role.OFFICER),
                WORDING.stage("decided", Status.OPEN, Clock.ENDED, Role.CLERK),
                WORDING.stage("delivered", Status.DONE, Clock.ENDED, null),
                WORDING.stage("refused", Status.REFUSED, Clock.ENDED, null),
                WORDING.stage("withdrawn", Status.WITHDRAWN, Clock.ENDED, null));
    }

    private static List<Step> steps() {
        return List.of(
                Procedure.requestCorrection().from("booked").by(Role.CLERK).make(),
                Procedure.correct().from("booked").by(Role.CLERK, Role.SYSTEM).make(),
                WORDING.step("accept", Kind.ACCEPTED)
                        .from("booked")
                        .to("accepted")
                        .by(Role.CLERK)
                        .effects(Effect.CUSTODY)
                        .make(),
                Procedure.refuse(WORDING.choices("refuse", "no-show"))
                        .from("booked")
                        .to("refused")
                        .by(Role.CLERK)
                        .make(),
                Procedure.decide()
                        .from("accepted")
                        .to("decided")
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
                        .from("booked", "accepted")
                        .to("withdrawn")
                        .by(Role.CLERK, Role.SYSTEM)
                        .make());
    }
}
