// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.api.cases.Field.Type;
import org.sanban.api.cases.Procedure;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Wording;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;

/** The steps of 帮代办. An agent holds the case by name throughout: the steps that are the agent's own have the effect HOLDER. */
final class ProxySteps {
    private static final Wording WORDING = ProxyWorkflow.WORDING;
    private static final List<String> SUSPENDABLE = ProxyWorkflow.IN_ORDER.subList(0, 3);
    private static final Set<String> SERVED = Set.copyOf(ProxyWorkflow.IN_ORDER);
    private static final Set<String> REVOCABLE = Set.of(
            "early", "entrusting", "signing", "advising", "collecting", "coordinating", "feeding-back", "suspended");
    private static final Set<String> RELAYED = Set.of(
            "entrusting",
            "signing",
            "advising",
            "collecting",
            "coordinating",
            "feeding-back",
            "returning",
            "suspended");
    private static final Set<String> TERMINABLE =
            Set.of("signing", "advising", "collecting", "coordinating", "feeding-back", "returning", "suspended");
    private static final Set<String> OPEN = Set.of(
            "early",
            "entrusting",
            "signing",
            "advising",
            "collecting",
            "coordinating",
            "feeding-back",
            "returning",
            "revisiting",
            "suspended",
            "revoked");
    private static final String[] RIGHTS = {"collect", "submit", "sign", "receive", "pay", "relay"};

    private ProxySteps() {}

    static List<Step> all() {
        return Stream.of(beginning(), course(), notEntrusted(), handing(), breaks(), endings(), always())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step> beginning() {
        return List.of(
                WORDING.step("assign", Kind.HANDED_OVER)
                        .from("early")
                        .by(Role.CLERK, Role.AGENT)
                        .effects(Effect.ASSIGN)
                        .make(),
                own("step-in", Kind.ADVANCED)
                        .from("early")
                        .to("entrusting")
                        .asks(WORDING.sentences("finding"))
                        .effects(Effect.HOLDER)
                        .make(),
                own("accept", Kind.ACCEPTED)
                        .from("entrusting")
                        .to("signing")
                        .asks(
                                ProxyWorkflow.several("scope", true, "right", RIGHTS),
                                WORDING.field("validUntil", Type.DATE, true))
                        .effects(Effect.HOLDER)
                        .make(),
                own("accept-help", Kind.ACCEPTED)
                        .from("entrusting")
                        .to("advising")
                        .effects(Effect.HOLDER)
                        .make(),
                WORDING.step("refuse", Kind.REFUSED)
                        .from("early", "entrusting")
                        .to("refused")
                        .by(Role.AGENT, Role.CLERK)
                        .asks(
                                WORDING.chosen(
                                        "reason", true, "refuse", "out-of-scope", "in-person", "unlawful", "untrue"),
                                WORDING.sentences("explanation"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                own("sign", Kind.ADVANCED)
                        .from("signing")
                        .to("advising")
                        .asks(WORDING.field("agreement", Type.FILE, true))
                        .effects(Effect.HOLDER)
                        .make());
    }

    private static List<Step> course() {
        return List.of(
                own("advise", Kind.ADVANCED)
                        .from("advising")
                        .to("collecting")
                        .asks(WORDING.field("needed", Type.MATERIALS, false), WORDING.sentences("advice"))
                        .effects(Effect.HOLDER)
                        .make(),
                own("collect", Kind.CUSTODY_CHANGED)
                        .from("collecting")
                        .effects(Effect.HOLDER, Effect.MATERIALS, Effect.CUSTODY)
                        .make(),
                own("submit-materials", Kind.ADVANCED)
                        .from("collecting")
                        .to("coordinating")
                        .asks(WORDING.field("signedFor", Type.BOOLEAN, false))
                        .effects(Effect.HOLDER, Effect.OPENS_PARTS, Effect.MOVES)
                        .make(),
                own("help-submit", Kind.ADVANCED)
                        .from("collecting")
                        .to("coordinating")
                        .asks(WORDING.sentences("help"))
                        .effects(Effect.HOLDER, Effect.MATERIALS)
                        .make(),
                own("open-parts", Kind.HANDED_OVER)
                        .from("coordinating")
                        .effects(Effect.HOLDER, Effect.OPENS_PARTS, Effect.MOVES)
                        .make(),
                WORDING.step("end-part", Kind.ADVANCED)
                        .from("coordinating", "suspended", "revoked")
                        .by(Role.OFFICER, Role.CLERK, Role.AGENT)
                        .asks(
                                WORDING.chosen("outcome", true, "outcome", "approved", "denied", "stopped"),
                                WORDING.chosen("reason", false, "deny", "conditions", "untrue", "quota", "prohibited"),
                                WORDING.sentences("result"))
                        .effects(Effect.ENDS_PART)
                        .make(),
                own("conclude", Kind.DECIDED)
                        .from("coordinating")
                        .to("feeding-back")
                        .asks(WORDING.sentences("conclusion"))
                        .effects(Effect.HOLDER, Effect.JOINS)
                        .make(),
                own("pay", Kind.NOTED)
                        .from("collecting", "coordinating", "feeding-back")
                        .asks(
                                WORDING.name("item"),
                                WORDING.name("payee"),
                                WORDING.field("amount", Type.NUMBER, true),
                                WORDING.name("basis"),
                                WORDING.field("receipt", Type.FILE, true))
                        .effects(Effect.HOLDER)
                        .make(),
                own("feed-back", Kind.DELIVERED)
                        .from("feeding-back")
                        .to("returning")
                        .asks(
                                WORDING.sentences("result"),
                                WORDING.chosen("collectedBy", true, "collected", "agent", "applicant"),
                                WORDING.name("receivedBy"))
                        .effects(Effect.HOLDER, Effect.CUSTODY)
                        .make(),
                own("file", Kind.ADVANCED)
                        .from("returning")
                        .to("revisiting")
                        .asks(WORDING.text("archive", false, 60))
                        .effects(Effect.HOLDER, Effect.CUSTODY, Effect.FILES)
                        .make(),
                WORDING.step("revisit", Kind.ADVANCED)
                        .from("revisiting")
                        .to("closed")
                        .by(Role.CLERK, Role.AGENT)
                        .asks(
                                WORDING.chosen(
                                        "satisfaction", true, "satisfied", "very", "yes", "fairly", "no", "not-at-all"),
                                WORDING.text("comment", false, 500))
                        .effects(Effect.FILES)
                        .make());
    }

    private static List<Step> notEntrusted() {
        return ProxyWorkflow.IN_ORDER.stream()
                .map(stage -> own("self-done", Kind.ADVANCED)
                        .from(stage)
                        .to(ProxyWorkflow.ENTRUSTABLE.get(stage))
                        .asks(WORDING.sentences("selfDone"))
                        .effects(Effect.HOLDER, Effect.JOINS)
                        .make())
                .toList();
    }

    private static List<Step> handing() {
        return List.of(
                WORDING.step("relay", Kind.HANDED_OVER)
                        .from(RELAYED)
                        .by(Role.AGENT, Role.CLERK)
                        .asks(WORDING.sentences("reason"))
                        .effects(Effect.ASSIGN, Effect.MOVES)
                        .make(),
                own("take-over", Kind.HANDED_OVER)
                        .from(RELAYED)
                        .effects(Effect.HOLDER, Effect.MOVES)
                        .make(),
                own("send-back", Kind.HANDED_OVER)
                        .from(RELAYED)
                        .asks(WORDING.sentences("reason"))
                        .effects(Effect.HOLDER, Effect.ASSIGN, Effect.MOVES)
                        .make());
    }

    private static List<Step> breaks() {
        Stream<Step> two = Stream.of(
                own("renew", Kind.ADVANCED)
                        .from(SERVED)
                        .asks(
                                WORDING.field("renewal", Type.FILE, true),
                                WORDING.field("validUntil", Type.DATE, true),
                                ProxyWorkflow.several("scope", true, "right", RIGHTS))
                        .effects(Effect.HOLDER)
                        .make(),
                WORDING.step("suspend", Kind.PAUSED)
                        .from(Set.copyOf(SUSPENDABLE))
                        .to("suspended")
                        .by(Role.AGENT, Role.CLERK)
                        .asks(
                                WORDING.chosen(
                                        "reason",
                                        true,
                                        "suspend",
                                        "applicant",
                                        "materials",
                                        "procedure",
                                        "force-majeure"),
                                WORDING.name("basis"),
                                WORDING.sentences("explanation"))
                        .make());
        Stream<Step> back = SUSPENDABLE.stream().map(stage -> own("continue-" + stage, Kind.RESUMED)
                .from("suspended")
                .to(stage)
                .asks(
                        WORDING.field("renewal", Type.FILE, false),
                        WORDING.field("validUntil", Type.DATE, false),
                        ProxyWorkflow.several("scope", false, "right", RIGHTS))
                .effects(Effect.HOLDER)
                .make());
        return Stream.concat(two, back).toList();
    }

    private static List<Step> endings() {
        return List.of(
                WORDING.step("revoke", Kind.ADVANCED)
                        .from(REVOCABLE)
                        .to("revoked")
                        .by(Role.APPLICANT, Role.SYSTEM, Role.CLERK, Role.AGENT)
                        .asks(WORDING.sentences("reason"))
                        .make(),
                WORDING.step("close", Kind.WITHDRAWN)
                        .from("revoked")
                        .to("withdrawn")
                        .by(Role.AGENT, Role.CLERK)
                        .effects(Effect.CUSTODY, Effect.FILES, Effect.JOINS)
                        .make(),
                WORDING.step("terminate", Kind.TERMINATED)
                        .from(TERMINABLE)
                        .to("terminated")
                        .by(Role.AGENT, Role.CLERK)
                        .asks(
                                WORDING.chosen(
                                        "reason",
                                        true,
                                        "terminate",
                                        "impossible",
                                        "no-cooperation",
                                        "untrue",
                                        "expired",
                                        "gone"),
                                WORDING.sentences("explanation"))
                        .effects(Effect.CUSTODY, Effect.FILES, Effect.JOINS)
                        .make());
    }

    private static List<Step> always() {
        return List.of(
                WORDING.step("give-back", Kind.CUSTODY_CHANGED)
                        .from(OPEN)
                        .by(Role.AGENT, Role.CLERK)
                        .effects(Effect.CUSTODY)
                        .make(),
                Procedure.note()
                        .from(OPEN)
                        .by(Role.AGENT, Role.CLERK, Role.OFFICER)
                        .hidden());
    }

    private static Step.Builder own(String action, Kind kind) {
        return WORDING.step(action, kind).by(Role.AGENT);
    }
}
