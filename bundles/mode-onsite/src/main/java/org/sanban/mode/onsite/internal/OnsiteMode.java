// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.onsite.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Procedure;
import org.sanban.api.cases.Published;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Wording;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Service at home (上门办, R79–R94): the general desk coordinates and plans the same day, tells once what is needed, agrees
 * time and place and books who goes; the visit finishes the matter or takes it back to the department, whose result is
 * brought to the door; a return visit ends it. Only what the division has published is served (R81, R85).
 */
@Component(
        service = {ServiceMode.class, Configured.class},
        property = "mode.id=" + OnsiteMode.ID,
        configurationPid = OnsiteMode.PID)
@Designate(ocd = OnsiteMode.Config.class)
public final class OnsiteMode implements ServiceMode, Configured {
    static final String PID = "org.sanban.mode.onsite";
    static final String ID = "onsite";

    private static final Logger LOG = LoggerFactory.getLogger(OnsiteMode.class);
    private static final Wording WORDING = OnsiteWorkflow.WORDING;

    /** What can be set: {@code etc/org.sanban.mode.onsite.cfg}. */
    @ObjectClassDefinition(name = "Sanban service at home")
    public @interface Config {
        @AttributeDefinition(
                name = "Return visit",
                description = "Working days from handing over to the return visit, 1 to 60; the notice sets none")
        int returnVisitDays() default 5;
    }

    private final Published published;
    private final RegistryService registry;
    private final Workflow workflow;
    private final List<String> faults;

    @Activate
    public OnsiteMode(@Reference MatterService matters, @Reference RegistryService registry, Config config) {
        this(matters, registry, Checked.of(Config.class, PID, config).range("returnVisitDays", 1, 60));
    }

    private OnsiteMode(MatterService matters, RegistryService registry, Checked<Config> checked) {
        this(matters, registry, checked.settings(LOG::warn).returnVisitDays(), checked.faults());
    }

    OnsiteMode(MatterService matters, RegistryService registry, int returnVisitDays) {
        this(matters, registry, returnVisitDays, List.of());
    }

    private OnsiteMode(MatterService matters, RegistryService registry, int returnVisitDays, List<String> faults) {
        this.published = new Published(ID, matters, registry, WORDING);
        this.registry = registry;
        this.workflow = OnsiteWorkflow.of(returnVisitDays);
        this.faults = faults;
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public void check(Draft draft, Matter matter, Actor actor) {
        published.check("matter", matter, registry.site(draft.site()).division());
        boolean person = "person".equals(draft.answers().get("need"));
        if (person && draft.applicant().kind() == Applicant.Kind.ORGANIZATION) {
            throw Problem.invalid("answers.need", WORDING.get("check.need"));
        }
        require(Visit.time(draft.answers(), "wishedAt").isAfter(Instant.now()), "answers.wishedAt", "check.past");
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        Procedure.check(c, action);
        switch (action.name()) {
            case "plan" -> coordinated(c, action);
            case "agree" -> {
                told(c);
                team(action);
            }
            case "reschedule", "arrange-delivery" -> team(action);
            case "in-vain" -> require(action.bookings().isEmpty(), "bookings", "check.agree-anew");
            case "arrive" -> happened(action);
            case "accept" -> Procedure.complete(c);
            case "finish-now" -> {
                Procedure.atOnce(c);
                Procedure.complete(c);
            }
            case "return-visit" -> visited(action);
            default -> {
                // The workflow and the procedure say all there is to the other steps.
            }
        }
    }

    @Override
    public Map<String, Object> facts(Case c, Action action, Actor actor, Instant at) {
        return switch (action.name()) {
            case "coordinate" -> Map.of("minutesToCoordinate", Visit.minutes(c.submittedAt(), at));
            case "agree", "reschedule" -> Visit.agreed(c, action);
            case "arrive" -> Visit.arrival(c, action, at);
            case "arrange-delivery" -> Map.of("deliveryAt", Visit.text(Visit.begin(action.bookings())));
            default -> Map.of();
        };
    }

    private static void coordinated(Case c, Action action) {
        if (!c.done().contains("coordinate")) {
            throw Problem.conflict(WORDING.get("check.coordinate"));
        }
        require(Visit.time(action.answers(), "proposedAt").isAfter(Instant.now()), "answers.proposedAt", "check.past");
    }

    /** Whoever is visited knows before, from one notice, all that is needed (R88). */
    private static void told(Case c) {
        if (!c.missing().isEmpty() && !c.done().contains("request-correction")) {
            throw Problem.conflict(WORDING.get("check.tell-first"));
        }
    }

    /** Somebody goes, and all who go and what they go with are booked for the same, coming time. */
    private static void team(Action action) {
        List<Booking> bookings = action.bookings();
        require(bookings.stream().anyMatch(b -> b.resource().startsWith("person:")), "bookings", "check.nobody");
        require(bookings.stream().map(Booking::from).distinct().count() == 1, "bookings", "check.one-time");
        require(Visit.begin(bookings).isAfter(Instant.now()), "bookings", "check.past");
    }

    /** An arrival entered afterwards, where there is no network, has happened already. */
    private static void happened(Action action) {
        if (Visit.has(action.answers(), "arrivedAt")) {
            Instant arrived = Visit.time(action.answers(), "arrivedAt");
            require(!arrived.isAfter(Instant.now()), "answers.arrivedAt", "check.future");
        }
    }

    private static void visited(Action action) {
        LocalDate on = LocalDate.parse(action.answers().get("visitedOn").toString());
        require(!on.isAfter(LocalDate.now(Visit.ZONE)), "answers.visitedOn", "check.future");
        boolean dissatisfied = Set.of("dissatisfied", "very-dissatisfied")
                .contains(action.answers().get("satisfaction"));
        require(!dissatisfied || Visit.has(action.answers(), "opinion"), "answers.opinion", "check.opinion");
    }

    private static void require(boolean right, String field, String otherwise) {
        if (!right) {
            throw Problem.invalid(field, WORDING.get(otherwise));
        }
    }
}
