// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Appointments by telephone (电话可约, R134): a case in the mode that was asked for, submitted through the channel
 * {@code hotline} in the name of whoever is on the telephone.
 */
@Component(service = Appointments.class)
public final class Appointments {
    private static final Texts TEXTS = Texts.of(Appointments.class);
    private static final int NAME = 60;

    private final Orders orders;
    private final CaseService cases;

    @Activate
    public Appointments(@Reference Orders orders, @Reference CaseService cases) {
        this.orders = orders;
        this.cases = cases;
    }

    /**
     * What a caller wants to be served with. What is {@code null} is taken from the order, where there is one.
     *
     * @param mode id of the service mode
     * @param matter code of the matter
     * @param site code of the site
     * @param applicant who applies
     * @param wishedAt when the caller would like to be served, for modes that ask
     * @param place where, for modes that ask
     * @param answers all else that the mode's form asks
     * @param note a remark for the staff
     */
    public record Wish(
            String mode,
            String matter,
            String site,
            Applicant applicant,
            Instant wishedAt,
            String place,
            Map<String, Object> answers,
            String note) {}

    /**
     * A case that was made.
     *
     * @param order key of the order
     * @param number number of the case, to be told to the caller
     * @param repeated whether it was made before
     */
    @Schema(name = "HotlineAppointment", description = "电话预约登记的办件 A case that was made of an appointment")
    public record Made(long order, String number, boolean repeated) {}

    /**
     * Makes a case at once, for who is on the telephone.
     *
     * @param key idempotency key, may be {@code null}
     */
    public Made make(Wish wish, String key, Actor actor) {
        actor.require(Orders.HOTLINE);
        Applicant applicant = wish.applicant();
        if (applicant == null) {
            throw Problem.invalid("applicant", TEXTS.get("appointment.applicant"));
        }
        Intake intake = order(wish, applicant);
        intake.check();
        Receipt receipt = cases.submit(draft(wish, key), caller(actor.account(), actor.name(), actor));
        return new Made(orders.booked(intake, receipt.number(), actor), receipt.number(), receipt.repeated());
    }

    /** What is kept of the call beside the case. */
    private static Intake order(Wish wish, Applicant applicant) {
        return new Intake(
                null,
                Kind.APPOINTMENT,
                wish.note() == null || wish.note().isBlank()
                        ? TEXTS.get("appointment.text").zh()
                        : wish.note(),
                cut(applicant.name()),
                applicant.phone(),
                null,
                wish.site(),
                wish.matter(),
                null,
                wish.mode(),
                wish.wishedAt(),
                null,
                new Intake.Place(wish.place(), null, null, null));
    }

    /**
     * Makes a case of an order, once: whose name it is done in is written down before, so that a colleague who tries again
     * after a crash finds the same case.
     */
    public Made make(long id, Wish wish, Actor actor) {
        Begun begun = orders.with(id, actor, matter -> begin(matter, wish));
        if (begun.number() != null) {
            return new Made(id, begun.number(), true);
        }
        Receipt receipt;
        try {
            Draft draft = draft(begun.wish(), "hotline-order-" + id);
            receipt = cases.submit(draft, caller(begun.account(), begun.name(), actor));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.UNAVAILABLE) {
                orders.with(id, actor, matter -> matter.row().caseBy = null);
            }
            throw problem;
        }
        return orders.with(id, actor, matter -> {
            OrderEntity row = matter.row();
            if (row.caseNumber == null) {
                orders.steps().booked(matter, receipt.number());
            }
            return new Made(id, row.caseNumber, receipt.repeated());
        });
    }

    /** An appointment of which a case is to be made, or was: then with its number. */
    private record Begun(String number, Wish wish, String account, String name) {}

    private static Begun begin(Steps.Matter matter, Wish wish) {
        OrderEntity row = matter.row();
        if (row.kind != Kind.APPOINTMENT) {
            throw Problem.conflict(TEXTS.get("appointment.kind"));
        }
        if (row.caseNumber != null) {
            return new Begun(row.caseNumber, wish, null, null);
        }
        matter.in(State.RECEIVED, State.ASSIGNED);
        matter.mine();
        if (row.caseBy == null) {
            row.caseBy = matter.actor().account();
            row.caseName = matter.actor().name();
        }
        Wish whole = new Wish(
                or(wish.mode(), row.mode),
                or(wish.matter(), row.matter),
                or(wish.site(), row.site),
                wish.applicant(),
                or(wish.wishedAt(), row.wishedAt == null ? null : Moments.of(row.wishedAt)),
                or(wish.place(), row.address),
                wish.answers(),
                wish.note());
        return new Begun(null, whole, row.caseBy, row.caseName);
    }

    /** How far the case of an order is, for the hotline to tell. */
    public Progress progress(long id, Actor actor) {
        String number = orders.get(id, actor).caseNumber();
        if (number == null) {
            throw Problem.notFound(TEXTS.get("case.none", id));
        }
        Case found = cases.get(number, actor);
        return cases.follow(number, found.applicant().phoneEnding());
    }

    private Draft draft(Wish wish, String key) {
        return new Draft(
                wish.mode(), wish.matter(), wish.site(), wish.applicant(), null, null, answers(wish), wish.note(), key);
    }

    /** What the mode's form asks and the hotline knows without asking: that one telephoned, when, where. */
    private Map<String, Object> answers(Wish wish) {
        Map<String, Object> answers = new HashMap<>(wish.answers() == null ? Map.of() : wish.answers());
        cases.modes().stream()
                .filter(workflow -> workflow.mode().equals(wish.mode()))
                .flatMap(workflow -> workflow.application().stream())
                .filter(field -> answers.get(field.name()) == null)
                .forEach(field -> {
                    Object known = known(field, wish);
                    if (known != null) {
                        answers.put(field.name(), known);
                    }
                });
        return answers;
    }

    private static Object known(Field field, Wish wish) {
        return switch (field.name()) {
            case "via" -> field.choices().stream()
                            .anyMatch(choice -> choice.id().equals("phone"))
                    ? "phone"
                    : null;
            case "wishedAt" -> field.type() != Field.Type.TIME || wish.wishedAt() == null
                    ? null
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            wish.wishedAt().atZone(Moments.ZONE));
            case "place" -> field.type() == Field.Type.TEXT ? wish.place() : null;
            default -> null;
        };
    }

    /** The hotline submits as a system does; the journal says who was on the telephone, and through which channel. */
    private static Actor caller(String account, String name, Actor actor) {
        Set<String> roles = new HashSet<>(actor.roles());
        roles.add(Role.SYSTEM);
        return new Actor(account, name, roles, actor.division(), HotlineChannel.ID);
    }

    private static <T> T or(T first, T second) {
        return first == null ? second : first;
    }

    /** An organisation's name may be longer than an order keeps of a caller's. */
    private static String cut(String name) {
        return name.length() <= NAME ? name : name.substring(0, name.offsetByCodePoints(0, NAME / 2));
    }
}
