// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import static org.sanban.mode.postal.internal.PostalWorkflow.WORDING;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;

/**
 * Post and agent (邮政+帮代办, R102): who lives scattered and hard to reach is served by an agent (帮代办), and papers travel by
 * parcel. The mode of the agent is whatever is installed as {@code proxy}: its rules hold for its steps, and for the agent's
 * steps that are only here, those of the step each is like. Custody follows the parcel: what travels is where the waybill
 * says, until a person has signed for it.
 */
@Component(service = ServiceMode.class, property = "mode.id=" + PostalWorkflow.ID)
public final class PostalMode implements ServiceMode {
    private static final Set<String> SENDING = Set.of("pick-up", "dispatch", "deliver", "send-again");
    private static final Set<String> NEWS = Set.of("track", "turn-back");
    private static final Set<String> SETTLING = Set.of("receive", "take-back", "make-good");
    private static final Set<String> LOSING = Set.of("report-lost", "found");

    private final ServiceMode proxy;
    private final Workflow workflow;

    @Activate
    public PostalMode(@Reference(target = "(mode.id=proxy)") ServiceMode proxy) {
        this.proxy = proxy;
        this.workflow = PostalWorkflow.around(proxy.workflow());
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public void check(Draft draft, Matter matter, Actor actor) {
        proxy.check(draft, matter, actor);
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        String name = action.name();
        if (NEWS.contains(name)) {
            tells(c, action);
            return;
        }
        proxy.check(c, own(name) ? like(action) : action, actor);
        if (SENDING.contains(name)) {
            sends(c, action);
        } else if (SETTLING.contains(name)) {
            settles(c, action);
        }
    }

    @Override
    public Map<String, Object> facts(Case c, Action action, Actor actor, Instant at) {
        return switch (action.name()) {
            case "pick-up", "dispatch", "deliver", "send-again" -> Parcel.sent(c, leg(c, action), action, at);
            case "track", "turn-back" -> Parcel.now(
                    c, action.answers().get("parcel").toString(), Parcel.time(action));
            case "receive" -> Parcel.now(c, "received", at);
            case "take-back" -> Parcel.now(c, "taken-back", at);
            case "make-good" -> Parcel.now(c, "made-good", at);
            case "report-lost" -> Parcel.now(c, Parcel.LOST, at);
            case "found" -> Parcel.now(c, "in-transit", at);
            default -> proxy.facts(c, action, actor, at);
        };
    }

    private static boolean own(String action) {
        return SENDING.contains(action) || SETTLING.contains(action) || LOSING.contains(action);
    }

    /** The same under the name of the step of 帮代办 whose rules hold for it; most only need to be the holder's. */
    private static Action like(Action a) {
        String name = Leg.by(a.name()).map(leg -> leg.like).orElse(Leg.DELIVER.like);
        return new Action(
                name,
                a.version(),
                a.answers(),
                a.materials(),
                a.taken(),
                a.returned(),
                a.moved(),
                a.assignee(),
                a.bookings(),
                a.parts(),
                a.part(),
                a.note(),
                a.key());
    }

    private static Leg leg(Case c, Action action) {
        return Leg.by(action.name()).or(() -> Leg.in(c.stage())).orElseThrow();
    }

    /** A waybill of its own, and everything that is said to travel travels with it. */
    private void sends(Case c, Action action) {
        Object waybill = action.answers().get("waybill");
        if (!Parcel.isWaybill(waybill)) {
            throw Problem.invalid("answers.waybill", WORDING.get("check.waybill", waybill));
        }
        if (Parcel.all(c).stream().anyMatch(parcel -> parcel.waybill().equals(waybill))) {
            throw Problem.invalid("answers.waybill", WORDING.get("check.waybill-used", waybill));
        }
        String where = Parcel.where(waybill);
        if (!action.taken().stream().map(Original::where).allMatch(where::equals)) {
            throw Problem.invalid("taken", WORDING.get("check.where", where));
        }
        if (!action.moved().stream().map(Moved::where).allMatch(where::equals)) {
            throw Problem.invalid("moved", WORDING.get("check.where", where));
        }
        if (action.name().equals("send-again")) {
            accountsForAll(c, action);
        }
    }

    /** News are of the parcel that is under way, and news. */
    private static void tells(Case c, Action action) {
        Object waybill = action.answers().get("waybill");
        Parcel parcel = Parcel.last(c)
                .filter(last -> last.waybill().equals(waybill))
                .orElseThrow(() -> Problem.invalid("answers.waybill", WORDING.get("check.other-waybill", waybill)));
        String state = action.answers().get("parcel").toString();
        if (state.equals(parcel.state())) {
            throw Problem.conflict(WORDING.get("check.no-news", waybill, WORDING.get("parcel." + state)));
        }
        boolean underWay = Stream.of(Leg.values()).anyMatch(leg -> leg.stage.equals(c.stage()));
        if (action.name().equals("track") && underWay && Parcel.BACK.contains(state)) {
            throw Problem.conflict(WORDING.get("check.turn-back", WORDING.get("parcel." + state)));
        }
    }

    /** Every original that the parcel holds is signed for, and none stays in a parcel that is no more. */
    private void settles(Case c, Action action) {
        accountsForAll(c, action);
        if (action.moved().stream()
                .anyMatch(moved -> String.valueOf(moved.where()).startsWith("post:"))) {
            throw Problem.invalid("moved", WORDING.get("check.still-posted"));
        }
        boolean atDepartment = leg(c, action) == Leg.DISPATCH && action.name().equals("receive");
        if (atDepartment && action.moved().stream().anyMatch(moved -> blank(moved.where()))) {
            throw Problem.invalid("moved", WORDING.get("check.department"));
        }
    }

    private void accountsForAll(Case c, Action action) {
        Set<Integer> named = new HashSet<>();
        action.moved().stream().map(Moved::id).forEach(named::add);
        action.returned().stream().map(Returned::id).forEach(named::add);
        List<String> left = Parcel.last(c).stream()
                .flatMap(parcel -> parcel.holds(c).stream())
                .filter(original -> !named.contains(original.id()))
                .map(original -> original.id() + " " + original.name())
                .toList();
        if (!left.isEmpty()) {
            boolean back = workflow.step(c.stage(), action.name())
                    .filter(step -> step.effects().contains(Effect.CUSTODY))
                    .isPresent();
            throw Problem.invalid(back ? "returned" : "moved", WORDING.get("check.left", String.join("、", left)));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
