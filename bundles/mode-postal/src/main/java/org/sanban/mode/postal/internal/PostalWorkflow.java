// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Field.Type;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Wording;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;

/** The workflow of 帮代办 with the parcels of its cases: they are sent, followed and settled in the stages they leave from. */
final class PostalWorkflow {
    static final String ID = "postal";
    static final Wording WORDING = Wording.of(PostalWorkflow.class);

    private static final int OWN = 2;
    private static final int RELEASES = 100;

    /** While papers are collected; and then revoked, which may find parcels under way. */
    private static final Set<String> COLLECTING = Set.of("collecting", "revoked");

    private static final Set<String> RETURNING = Set.of("returning", "revoked");
    private static final Set<String> ALL = Set.of("collecting", "returning", "revoked");

    private PostalWorkflow() {}

    /**
     * Around the workflow that is installed.
     *
     * @throws IllegalStateException when it has no such stages as parcels leave from
     */
    static Workflow around(Workflow proxy) {
        ALL.stream()
                .sorted()
                .filter(id -> proxy.stage(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalStateException("the mode " + proxy.mode() + " has no stage " + id);
                });
        List<Field> application = new ArrayList<>(proxy.application());
        application.add(WORDING.text("postAddress", true, 200));
        return new Workflow(
                ID,
                proxy.version() * RELEASES + OWN,
                WORDING.get("mode"),
                proxy.initial(),
                proxy.submitters(),
                application,
                proxy.stages(),
                Stream.of(proxy.steps(), sending(), arriving(), comingBack(), losing())
                        .flatMap(List::stream)
                        .toList());
    }

    /** Whether a case began under version 1: it waits for its only parcel in a stage of the parcel's own. */
    static boolean waits(Case c) {
        return c.workflow() % RELEASES < OWN;
    }

    private static List<Step> sending() {
        return Stream.of(Leg.values())
                .map(leg -> own(leg.action, Kind.CUSTODY_CHANGED)
                        .from(leg.origins)
                        .asks(posting())
                        .effects(
                                leg == Leg.PICK_UP
                                        ? new Effect[] {Effect.HOLDER, Effect.MATERIALS, Effect.CUSTODY, Effect.MOVES}
                                        : new Effect[] {Effect.HOLDER, Effect.MOVES})
                        .make())
                .toList();
    }

    private static List<Step> arriving() {
        return List.of(
                WORDING.step("track", Kind.NOTED)
                        .by(Role.SYSTEM, Role.AGENT, Role.CLERK)
                        .from(ALL)
                        .asks(
                                WORDING.text("waybill", true, 40),
                                WORDING.chosen("parcel", true, "parcel", Parcel.STATES),
                                WORDING.field("changedAt", Type.TIME, true),
                                WORDING.text("news", false, 200))
                        .make(),
                arriving("receive", Kind.CUSTODY_CHANGED, Effect.MOVES)
                        .from(COLLECTING)
                        .make(),
                arriving("receive", Kind.DELIVERED, Effect.CUSTODY)
                        .from("returning")
                        .make(),
                arriving("receive-returned", Kind.CUSTODY_CHANGED, Effect.CUSTODY)
                        .from(RETURNING)
                        .make());
    }

    private static Step.Builder arriving(String action, Kind kind, Effect custody) {
        return own(action, kind)
                .asks(
                        which(),
                        WORDING.name("receivedBy"),
                        WORDING.chosen("condition", true, "condition", "intact", "damaged"),
                        WORDING.text("remark", false, 500))
                .effects(Effect.HOLDER, custody);
    }

    private static List<Step> comingBack() {
        List<Field> again = new ArrayList<>(List.of(posting()));
        again.add(WORDING.text("instead", false, 40));
        return List.of(
                own("send-again", Kind.CUSTODY_CHANGED)
                        .from(ALL)
                        .asks(again.toArray(Field[]::new))
                        .effects(Effect.HOLDER, Effect.MOVES)
                        .make(),
                own("take-back", Kind.CUSTODY_CHANGED)
                        .from(ALL)
                        .asks(which(), WORDING.sentences("explanation"))
                        .effects(Effect.HOLDER, Effect.CUSTODY, Effect.MOVES)
                        .make());
    }

    private static List<Step> losing() {
        return List.of(
                own("report-lost", Kind.NOTED)
                        .from(ALL)
                        .asks(which(), WORDING.sentences("explanation"), WORDING.text("inquiry", false, 60))
                        .effects(Effect.HOLDER)
                        .make(),
                own("found", Kind.NOTED)
                        .from(ALL)
                        .asks(which(), WORDING.sentences("explanation"))
                        .effects(Effect.HOLDER)
                        .make(),
                own("make-good", Kind.CUSTODY_CHANGED)
                        .from(ALL)
                        .asks(
                                which(),
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

    /** Which parcel it is about, where there is more than one it can be. */
    private static Field which() {
        return WORDING.text("waybill", false, 40);
    }

    private static Step.Builder own(String action, Kind kind) {
        return WORDING.step(action, kind).by(Role.AGENT);
    }
}
