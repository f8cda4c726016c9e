// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.time.InstantSource;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.NumberService;
import org.sanban.api.cases.Procedure;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/**
 * A mobile point (流动代办点, R103) takes cases at its published stops, where need be without a network, and brings them to
 * the town's centre, which accepts them, has them decided, and hands the result over itself or at a later stop.
 */
@Component(service = ServiceMode.class, property = "mode.id=" + MobileMode.ID)
public final class MobileMode implements ServiceMode {
    static final String ID = "mobile";

    private final RegistryService registry;
    private final NumberService numbers;
    private final Offer offer;
    private final Visit visit;

    @Activate
    public MobileMode(
            @Reference MatterService matters,
            @Reference RegistryService registry,
            @Reference NumberService numbers,
            @Reference MobileSettings settings) {
        this(matters, registry, numbers, settings, InstantSource.system());
    }

    MobileMode(
            MatterService matters,
            RegistryService registry,
            NumberService numbers,
            MobileSettings settings,
            InstantSource clock) {
        this.registry = registry;
        this.numbers = numbers;
        this.offer = new Offer(matters, registry);
        this.visit = new Visit(registry, settings.grace(), clock);
    }

    @Override
    public Workflow workflow() {
        return MobileWorkflow.WORKFLOW;
    }

    @Override
    public void check(Draft draft, Matter matter, Actor actor) {
        Site point = registry.site(draft.site());
        if (point.kind() != Site.Kind.MOBILE) {
            throw Problem.invalid("site", MobileWorkflow.WORDING.get("check.point", point.name()));
        }
        offer.check(matter, point.division());
        visit.open(point, draft.answers(), draft.number() == null ? null : numbers.number(draft.number(), actor));
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        Procedure.check(c, action);
        switch (action.name()) {
            case "receive" -> sayWhatDiffers(action.answers());
            case "accept" -> Procedure.complete(c);
            case "finish-now" -> {
                Procedure.atOnce(c);
                Procedure.complete(c);
            }
            case "carry" -> visit.coming(registry.site(c.site()), action.answers());
            default -> {
                // The workflow and the procedure say all there is to the other steps.
            }
        }
    }

    private static void sayWhatDiffers(Map<String, Object> answers) {
        boolean said = answers.get("explanation") instanceof String text && !text.isBlank();
        if ("differs".equals(answers.get("checked")) && !said) {
            throw Problem.invalid("answers.explanation", MobileWorkflow.WORDING.get("check.differs"));
        }
    }
}
