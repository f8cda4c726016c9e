// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Field.Type;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Wording;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;

/** The workflow of 帮代办 with the ways of parcels: each leaves a stage of it and leads back there. */
final class PostalWorkflow {
    static final String ID = "postal";
    static final Wording WORDING = Wording.of(PostalWorkflow.class);

    /** The stage in which a revoked case waits for what is to be given back; its parcel may still be under way. */
    static final String REVOKED = "revoked";

    private static final int OWN = 1;
    private static final int RELEASES = 100;

    /** What of 帮代办 goes on while a parcel is under way. */
    private static final Set<String> PASSING = Set.of("relay", "take-over", "send-back", "give-back", "note", "revoke");

    private final Workflow proxy;

    private PostalWorkflow(Workflow proxy) {
        this.proxy = proxy;
    }

    /**
     * Around the workflow that is installed.
     *
     * @throws IllegalStateException when it has no such stages as parcels leave from
     */
    static Workflow around(Workflow proxy) {
        Stream.concat(Stream.of(Leg.values()).map(leg -> leg.origin), Stream.of(REVOKED))
                .filter(id -> proxy.stage(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalStateException("the mode " + proxy.mode() + " has no stage " + id);
                });
        return new PostalWorkflow(proxy).whole();
    }

    private Workflow whole() {
        List<Field> application = new ArrayList<>(proxy.application());
        application.add(WORDING.text("postAddress", true, 200));
        return new Workflow(
                ID,
                proxy.version() * RELEASES + OWN,
                WORDING.get("mode"),
                proxy.initial(),
                proxy.submitters(),
                application,
                stages(),
                Stream.of(proxy.steps().stream().map(PostalWorkflow::passing), Stream.of(track()), legs())
                        .flatMap(steps -> steps)
                        .toList());
    }

    /** Each stage of 帮代办, then those of the parcels that leave from it. */
    private List<Stage> stages() {
        List<Stage> all = new ArrayList<>();
        for (Stage stage : proxy.stages()) {
            all.add(stage);
            for (Leg leg : Leg.values()) {
                if (leg.origin.equals(stage.id())) {
                    leg.stages().forEach(id -> all.add(WORDING.stage(id, Status.OPEN, stage.clock(), Role.AGENT)));
                }
            }
        }
        return all;
    }

    private static Step passing(Step step) {
        if (!PASSING.contains(step.action())) {
            return step;
        }
        Set<String> from = new HashSet<>(step.from());
        Stream.of(Leg.values())
                .filter(leg -> step.from().contains(leg.origin))
                .forEach(leg -> from.addAll(leg.stages()));
        return new Step(
                step.action(),
                step.name(),
                step.kind(),
                from,
                step.to(),
                step.roles(),
                step.form(),
                step.effects(),
                step.shown());
    }

    private static Step track() {
        Set<String> from = new HashSet<>(Set.of(REVOKED));
        Stream.of(Leg.values()).forEach(leg -> from.addAll(leg.stages()));
        return news("track", Parcel.STATES).from(from).make();
    }

    private static Stream<Step> legs() {
        return Stream.of(Leg.values())
                .flatMap(leg -> Stream.of(sending(leg), arriving(leg), comingBack(leg), losing(leg))
                        .flatMap(List::stream));
    }

    private static List<Step> sending(Leg leg) {
        Effect[] effects = leg == Leg.PICK_UP
                ? new Effect[] {Effect.HOLDER, Effect.MATERIALS, Effect.CUSTODY, Effect.MOVES}
                : new Effect[] {Effect.HOLDER, Effect.MOVES};
        return List.of(
                own(leg.action, Kind.CUSTODY_CHANGED)
                        .from(leg.origin)
                        .to(leg.stage)
                        .asks(posting())
                        .effects(effects)
                        .make(),
                own("send-again", Kind.CUSTODY_CHANGED)
                        .from(leg.refused())
                        .to(leg.stage)
                        .asks(posting())
                        .effects(Effect.HOLDER, Effect.MOVES)
                        .make());
    }

    private static List<Step> arriving(Leg leg) {
        return List.of(own("receive", leg == Leg.DELIVER ? Kind.DELIVERED : Kind.CUSTODY_CHANGED)
                .from(Set.copyOf(leg.stages()))
                .to(leg.origin)
                .asks(
                        WORDING.name("receivedBy"),
                        WORDING.chosen("condition", true, "condition", "intact", "damaged"),
                        WORDING.text("remark", false, 500))
                .effects(Effect.HOLDER, leg == Leg.DELIVER ? Effect.CUSTODY : Effect.MOVES)
                .make());
    }

    private static List<Step> comingBack(Leg leg) {
        return List.of(
                news("turn-back", Parcel.BACK.toArray(String[]::new))
                        .from(leg.stage)
                        .to(leg.refused())
                        .make(),
                own("take-back", Kind.CUSTODY_CHANGED)
                        .from(leg.refused())
                        .to(leg.origin)
                        .asks(WORDING.sentences("explanation"))
                        .effects(Effect.HOLDER, leg == Leg.PICK_UP ? Effect.CUSTODY : Effect.MOVES)
                        .make());
    }

    private static List<Step> losing(Leg leg) {
        return List.of(
                own("report-lost", Kind.NOTED)
                        .from(leg.stage, leg.refused())
                        .to(leg.lost())
                        .asks(WORDING.sentences("explanation"), WORDING.text("inquiry", false, 60))
                        .effects(Effect.HOLDER)
                        .make(),
                own("found", Kind.NOTED)
                        .from(leg.lost())
                        .to(leg.stage)
                        .asks(WORDING.sentences("explanation"))
                        .effects(Effect.HOLDER)
                        .make(),
                own("make-good", Kind.CUSTODY_CHANGED)
                        .from(leg.lost())
                        .to(leg.origin)
                        .asks(
                                WORDING.chosen("remedy", true, "remedy", "reissued", "compensated", "waived"),
                                WORDING.sentences("explanation"),
                                WORDING.field("evidence", Type.FILE, false))
                        .effects(Effect.HOLDER, Effect.CUSTODY, Effect.MOVES)
                        .make());
    }

    private static Field[] posting() {
        return new Field[] {
            WORDING.text("waybill", true, 40),
            WORDING.text("carrier", false, 40),
            WORDING.name("receiver"),
            WORDING.sentences("contents")
        };
    }

    private static Step.Builder news(String action, String... states) {
        return WORDING.step(action, Kind.NOTED)
                .by(Role.SYSTEM, Role.AGENT, Role.CLERK)
                .asks(
                        WORDING.text("waybill", true, 40),
                        WORDING.chosen("parcel", true, "parcel", states),
                        WORDING.field("changedAt", Type.TIME, true),
                        WORDING.text("news", false, 200));
    }

    private static Step.Builder own(String action, Kind kind) {
        return WORDING.step(action, kind).by(Role.AGENT);
    }
}
