// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import static org.sanban.mode.postal.internal.PostalWorkflow.WORDING;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Published;
import org.sanban.api.cases.Returned;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;

/**
 * Post and agent (邮政+帮代办, R102): who lives scattered and hard to reach is served by an agent (帮代办), and papers travel by
 * parcel. The mode of the agent is whatever is installed as {@code proxy}: its rules hold for its steps, and for the agent's
 * steps that are only here, those of the step each is like. Custody follows the parcel: what travels is where the waybill
 * says, until a person has signed for it.
 */
@Component(service = ServiceMode.class, property = "mode.id=" + PostalWorkflow.ID)
public final class PostalMode implements ServiceMode {
    private static final String SEND_AGAIN = "send-again";
    /** What may lead out of a stage while a parcel is under way. */
    private static final String REVOKE = "revoke";

    /** A carrier's news; in cases of version 1 those that move the case have a name of their own. */
    private static final Set<String> NEWS = Set.of("track", "turn-back");

    private static final Set<String> RECEIVING = Set.of("receive", "receive-returned");
    private static final Set<String> SETTLING = Set.of("receive", "receive-returned", "take-back", "make-good");
    private static final Set<String> LOSING = Set.of("report-lost", "found");

    private final ServiceMode proxy;
    private final MatterService matters;
    private final RegistryService registry;
    private final Published published;
    private final Workflow workflow;

    @Activate
    public PostalMode(
            @Reference(target = "(mode.id=proxy)") ServiceMode proxy,
            @Reference MatterService matters,
            @Reference RegistryService registry) {
        this.proxy = proxy;
        this.matters = matters;
        this.registry = registry;
        this.published = new Published(PostalWorkflow.ID, matters, registry, WORDING);
        this.workflow = PostalWorkflow.around(proxy.workflow());
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public void check(Draft draft, Matter matter, Actor actor) {
        proxy.check(draft, matter, actor);
        String division = registry.site(draft.site()).division();
        published.check("matter", matter, division);
        if (draft.answers().get("matters") instanceof Collection<?> more) {
            more.forEach(code -> published.check("answers.matters", matters.matter(code.toString()), division));
        }
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        String name = action.name();
        if (NEWS.contains(name)) {
            tells(c, action);
            return;
        }
        boolean sends = Leg.by(name).isPresent() || name.equals(SEND_AGAIN);
        boolean own = sends || SETTLING.contains(name) || LOSING.contains(name);
        proxy.check(c, own ? like(action) : action, actor);
        if (sends) {
            sends(c, action);
        } else if (own) {
            settles(c, action);
        } else {
            leaves(c, action);
        }
    }

    @Override
    public Map<String, Object> facts(Case c, Action action, Actor actor, Instant at) {
        return switch (action.name()) {
            case "pick-up", "dispatch", "deliver", "return-materials" -> Parcel.sent(c, action.name(), action, at);
            case SEND_AGAIN -> Parcel.instead(c, which(c, action), action, at);
            case "track", "turn-back" -> Parcel.now(
                    c, which(c, action), action.answers().get("parcel").toString(), Parcel.time(action));
            case "receive", "receive-returned" -> Parcel.now(c, which(c, action), "received", at);
            case "take-back" -> Parcel.now(c, which(c, action), "taken-back", at);
            case "make-good" -> Parcel.now(c, which(c, action), "made-good", at);
            case "report-lost" -> Parcel.now(c, which(c, action), Parcel.LOST, at);
            case "found" -> Parcel.now(c, which(c, action), "in-transit", at);
            default -> proxy.facts(c, action, actor, at);
        };
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

    /** The parcel that a step is about: the one that is named, or the only one it can be about. */
    private static Parcel which(Case c, Action action) {
        String field = action.name().equals(SEND_AGAIN) ? "instead" : "waybill";
        Object named = action.answers().get(field);
        List<Parcel> possible = Parcel.open(c).stream()
                .filter(parcel -> fits(parcel, action.name()))
                .filter(parcel -> blank(named) || parcel.waybill().equals(named))
                .toList();
        if (possible.size() == 1) {
            return possible.get(0);
        }
        if (possible.isEmpty()) {
            throw blank(named)
                    ? Problem.conflict(WORDING.get("check.no-parcel"))
                    : Problem.invalid("answers." + field, WORDING.get("check.other-waybill", named));
        }
        throw Problem.invalid("answers." + field, WORDING.get("check.which", waybills(possible)));
    }

    /** Whether a parcel that is not settled stands where a step can be done with it. */
    private static boolean fits(Parcel parcel, String action) {
        return switch (action) {
            case "receive" -> parcel.way() != Leg.RETURN;
            case "receive-returned" -> parcel.way() == Leg.RETURN;
            case SEND_AGAIN, "take-back" -> parcel.back();
            case "report-lost" -> !parcel.state().equals(Parcel.LOST);
            case "found", "make-good" -> parcel.state().equals(Parcel.LOST);
            default -> true;
        };
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
        Parcel old = action.name().equals(SEND_AGAIN) ? which(c, action) : null;
        if (old != null) {
            accountsForAll(c, old, action);
        }
        stays(c, old, action);
    }

    /** What is in a parcel that nobody has settled is in no other. */
    private static void stays(Case c, Parcel old, Action action) {
        Set<Integer> named = ids(action);
        Parcel.open(c).stream()
                .filter(parcel -> !parcel.equals(old))
                .filter(parcel -> parcel.holds(c).stream().map(Original::id).anyMatch(named::contains))
                .findFirst()
                .ifPresent(parcel -> {
                    throw Problem.invalid("moved", WORDING.get("check.in-another", parcel.waybill()));
                });
    }

    /** News are of a parcel that is under way, and news. */
    private static void tells(Case c, Action action) {
        Parcel parcel = which(c, action);
        String state = action.answers().get("parcel").toString();
        if (state.equals(parcel.state())) {
            throw Problem.conflict(WORDING.get("check.no-news", parcel.waybill(), WORDING.get("parcel." + state)));
        }
        if (action.name().equals("track") && Leg.wasUnderWay(c.stage()) && Parcel.BACK.contains(state)) {
            throw Problem.conflict(WORDING.get("check.turn-back", WORDING.get("parcel." + state)));
        }
    }

    /** Every original that a parcel holds is signed for, and none stays in a parcel that is no more. */
    private void settles(Case c, Action action) {
        Parcel parcel = which(c, action);
        stays(c, parcel, action);
        if (LOSING.contains(action.name())) {
            return;
        }
        accountsForAll(c, parcel, action);
        if (action.moved().stream()
                .anyMatch(moved -> String.valueOf(moved.where()).startsWith("post:"))) {
            throw Problem.invalid("moved", WORDING.get("check.still-posted"));
        }
        boolean atDepartment = parcel.way() == Leg.DISPATCH && action.name().equals("receive");
        if (atDepartment && action.moved().stream().anyMatch(moved -> blank(moved.where()))) {
            throw Problem.invalid("moved", WORDING.get("check.department"));
        }
    }

    /** No stage is left while somebody has yet to settle a parcel, unless the applicant revokes. */
    private void leaves(Case c, Action action) {
        List<Parcel> open = PostalWorkflow.waits(c) ? List.of() : Parcel.open(c);
        boolean stays = workflow.step(c.stage(), action.name())
                .filter(step -> step.to() != null && !step.to().equals(c.stage()))
                .isEmpty();
        if (!open.isEmpty() && !stays && !action.name().equals(REVOKE)) {
            throw Problem.conflict(WORDING.get("check.not-settled", waybills(open)));
        }
    }

    private static void accountsForAll(Case c, Parcel parcel, Action action) {
        Set<Integer> named = ids(action);
        List<String> left = parcel.holds(c).stream()
                .filter(original -> !named.contains(original.id()))
                .map(original -> original.id() + " " + original.name())
                .toList();
        if (!left.isEmpty()) {
            boolean given = RECEIVING.contains(action.name())
                    ? parcel.way().home()
                    : action.name().equals("make-good");
            throw Problem.invalid(given ? "returned" : "moved", WORDING.get("check.left", String.join("、", left)));
        }
    }

    private static Set<Integer> ids(Action action) {
        Set<Integer> named = new HashSet<>();
        action.moved().stream().map(Moved::id).forEach(named::add);
        action.returned().stream().map(Returned::id).forEach(named::add);
        return named;
    }

    private static String waybills(List<Parcel> parcels) {
        return parcels.stream()
                .map(parcel -> parcel.waybill() + " "
                        + WORDING.get("parcel." + parcel.state()).zh())
                .collect(Collectors.joining("、"));
    }

    private static boolean blank(Object text) {
        return text == null || text.toString().isBlank();
    }
}
