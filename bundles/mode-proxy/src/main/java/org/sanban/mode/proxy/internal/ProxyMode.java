// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.sanban.mode.proxy.internal.ProxyWorkflow.WORDING;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Procedure;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;

/**
 * An agent helps the applicant or acts for them (帮代办, R95–R132), free of charge (R100), through nine stages, for the
 * whole course or for named stages (R131). Whoever acts needs a signed agreement and keeps to its scope and term;
 * departments handle side by side (R121); what was taken is given back before the case is filed (R129).
 */
@Component(service = ServiceMode.class, property = "mode.id=" + ProxyWorkflow.ID)
public final class ProxyMode implements ServiceMode {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RegistryService registry;
    private final MatterService matters;
    private final Clock clock;
    private final HandOver handOver;

    @Activate
    public ProxyMode(@Reference RegistryService registry, @Reference MatterService matters) {
        this(registry, matters, Clock.system(ZONE));
    }

    ProxyMode(RegistryService registry, MatterService matters, Clock clock) {
        this.registry = registry;
        this.matters = matters;
        this.clock = clock;
        this.handOver = new HandOver(registry);
    }

    @Override
    public Workflow workflow() {
        return ProxyWorkflow.WORKFLOW;
    }

    @Override
    public void check(Draft draft, Matter matter, Actor actor) {
        List<Violation> faults = new ArrayList<>();
        Set<String> services = Entrustment.ids(draft.answers().get("services"));
        if (services.containsAll(Set.of("help", "act"))) {
            faults.add(new Violation("answers.services", WORDING.get("check.help-or-act")));
        }
        boolean whole = "whole".equals(draft.answers().get("course"));
        if (whole != Entrustment.ids(draft.answers().get("stages")).isEmpty()) {
            faults.add(new Violation("answers.stages", WORDING.get(whole ? "check.whole" : "check.stages")));
        }
        if (!draft.taken().isEmpty()) {
            faults.add(new Violation("taken", WORDING.get("check.taken-early")));
        }
        Scope scope =
                matters.scope(ProxyWorkflow.ID, registry.site(draft.site()).division());
        outside(scope, draft.mode(), "matter", matter, faults);
        for (String code : Entrustment.ids(draft.answers().get("matters"))) {
            if (code.equals(matter.code())) {
                faults.add(new Violation("answers.matters", WORDING.get("check.twice", matter.name())));
            } else {
                outside(scope, draft.mode(), "answers.matters", matters.matter(code), faults);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        handOver.check(c, action, actor);
        if (!action.taken().isEmpty() && !action.name().equals("collect")) {
            throw Problem.invalid("taken", WORDING.get("check.taken"));
        }
        Entrustment entrustment = Entrustment.of(c);
        switch (action.name()) {
            case "assign" -> handOver.assigns(c, action, actor);
            case "accept" -> {
                entrustment.acting();
                lasts(action);
            }
            case "accept-help" -> entrustment.helping();
            case "sign" -> notOver(entrustment);
            case "self-done" -> isTheApplicants(c, entrustment);
            case "relay" -> handOver.relays(c, action, entrustment);
            case "send-back" -> handOver.sendsBack(c, action);
            case "renew" -> {
                entrustment.acting();
                lasts(action);
            }
            case "continue-advising", "continue-collecting", "continue-coordinating" -> continues(
                    c, action, entrustment);
            case "give-back" -> givesBack(action);
            case "end-part" -> deniesWithReason(action);
            case "note" -> Procedure.check(c, action);
            default -> new Course(c, entrustment, today()).check(action);
        }
    }

    @Override
    public Map<String, Object> facts(Case c, Action action, Actor actor, Instant at) {
        return switch (action.name()) {
            case "suspend" -> Map.of(
                    "suspendedIn", c.stage(), "suspendedFor", action.answers().get("reason"));
            case "relay" -> Map.of("handedFrom", HandOver.from(c));
            case "pay" -> Map.of("paidTotal", Course.paid(c).add(Course.amount(action)));
            default -> Map.of();
        };
    }

    private static void outside(Scope scope, String mode, String field, Matter matter, List<Violation> faults) {
        boolean listed = scope == null || scope.matters().contains(matter.code());
        boolean served =
                matter.guide().modes().isEmpty() || matter.guide().modes().contains(mode);
        if (!listed || !served) {
            faults.add(new Violation(field, WORDING.get("check.out-of-scope", matter.name())));
        }
    }

    private void lasts(Action action) {
        LocalDate until = LocalDate.parse(action.answers().get("validUntil").toString());
        if (until.isBefore(today())) {
            throw Problem.invalid("answers.validUntil", WORDING.get("check.past", until));
        }
    }

    private void notOver(Entrustment entrustment) {
        if (entrustment.validUntil().isBefore(today())) {
            throw Problem.conflict(WORDING.get("check.expired-unsigned", entrustment.validUntil()));
        }
    }

    private static void isTheApplicants(Case c, Entrustment entrustment) {
        if (entrustment.carries(c.stage())) {
            throw Problem.conflict(WORDING.get("check.entrusted", c.stageName()));
        }
    }

    /** Who acts goes on under a renewed agreement (续办委托书), where the case was when it was suspended. */
    private void continues(Case c, Action action, Entrustment entrustment) {
        String stage = String.valueOf(c.answers().get("suspendedIn"));
        if (!action.name().equals("continue-" + stage)) {
            Text name = ProxyWorkflow.WORKFLOW.stage(stage).orElseThrow().name();
            throw Problem.conflict(WORDING.get("check.continue", name, "continue-" + stage));
        }
        if (!entrustment.acts()) {
            return;
        }
        for (String field : List.of("renewal", "validUntil", "scope")) {
            if (Set.of("", List.of()).contains(action.answers().getOrDefault(field, ""))) {
                throw Problem.invalid("answers." + field, WORDING.get("check.renewal"));
            }
        }
        lasts(action);
    }

    private static void givesBack(Action action) {
        if (action.returned().isEmpty()) {
            throw Problem.invalid("returned", WORDING.get("check.nothing-returned"));
        }
    }

    private static void deniesWithReason(Action action) {
        boolean denied = "denied".equals(action.answers().get("outcome"));
        boolean reasoned = action.answers().get("reason") instanceof String reason && !reason.isBlank();
        if (denied != reasoned) {
            throw Problem.invalid("answers.reason", WORDING.get(denied ? "check.no-reason" : "check.reason"));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
