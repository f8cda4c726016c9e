// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** Plaques of three stars and more (R77), model sites (R73) and demonstration meetings (R74). */
@Component(service = Honours.class)
public final class Honours {
    private static final Texts TEXTS = Texts.of(Honours.class);
    private static final int MOST_FILES = 10;

    private final HonourStore store;
    private final RatingStore ratings;
    private final StarManager stars;
    private final RegistryService registry;
    private final AttachmentService attachments;
    private final Access access;

    @Activate
    public Honours(
            @Reference HonourStore store,
            @Reference RatingStore ratings,
            @Reference StarManager stars,
            @Reference RegistryService registry,
            @Reference AttachmentService attachments,
            @Reference Access access) {
        this.store = store;
        this.ratings = ratings;
        this.stars = stars;
        this.registry = registry;
        this.attachments = attachments;
        this.access = access;
    }

    Page<Plaque> plaques(String division, PageRequest page, Actor actor) {
        return Page.of(store.plaques(prefix(division, actor), page), page, plaque -> Long.toString(plaque.id()));
    }

    /**
     * Gives a plaque of the level that was frozen.
     *
     * @param day when it is given; {@code null} for today
     * @throws Problem conflict, when the last frozen score is of another period or below three stars, the site is no
     *     town's centre, a plaque stands there already, or the number is taken
     */
    Plaque give(String code, String key, String number, LocalDate day, Actor actor) {
        access.gives(actor);
        Faults faults = new Faults()
                .text("number", number, 40)
                .check(day == null || !day.isAfter(stars.today()), "givenOn", "day.ahead");
        faults.raise();
        Site site = registry.site(Objects.toString(code, ""));
        Access.sees(site.division(), actor);
        RatingPeriod period = stars.period(Objects.toString(key, ""));
        refuse(site.kind() != Site.Kind.CENTRE, "plaque.kind", site.name());
        refuse(period.frozen() == null, "plaque.open", period.name());
        Score score = ratings.frozen(period.id(), code)
                .orElseThrow(() -> Problem.notFound(TEXTS.get("score.none", site.name(), period.name())));
        RatingStore.Last last = ratings.last(code).orElseThrow();
        refuse(!last.period().equals(period.id()), "plaque.old", last.period());
        Level level = score.standing().level();
        refuse(level == null, "plaque.untold", site.name(), period.name());
        refuse(
                !level.plaque(),
                "plaque.level",
                site.name(),
                period.name(),
                level.text(),
                score.standing().total());
        Plaque wanted = new Plaque(
                0,
                number.strip(),
                code,
                site.division(),
                level,
                period.id(),
                access.unit(),
                day == null ? stars.today() : day,
                actor.account(),
                null,
                null,
                null);
        Plaque given = racing(
                TEXTS.get("plaque.raced", number),
                () -> store.add(wanted, other -> {
                    refuse(!code.equals(other.site()) || other.withdrawnOn() != null, "plaque.number", number);
                    refuse(
                            true,
                            "plaque.stands",
                            site.name(),
                            other.number(),
                            other.level().text());
                }));
        stars.refresh(site);
        return given;
    }

    /** Takes a plaque back, with the reason. */
    Plaque withdraw(long id, LocalDate day, String reason, Actor actor) {
        access.gives(actor);
        new Faults()
                .text("reason", reason, 500)
                .check(day == null || !day.isAfter(stars.today()), "withdrawnOn", "day.ahead")
                .raise();
        LocalDate on = day == null ? stars.today() : day;
        Plaque withdrawn = store.withdraw(id, on, reason, actor.account(), plaque -> {
            Access.sees(plaque.division(), actor);
            refuse(plaque.withdrawnOn() != null, "plaque.withdrawn", plaque.number(), plaque.withdrawnOn());
            if (on.isBefore(plaque.givenOn())) {
                throw Problem.invalid("withdrawnOn", TEXTS.get("day.order"));
            }
        });
        stars.refresh(registry.site(withdrawn.site()));
        return withdrawn;
    }

    Page<Model> models(String division, PageRequest page, Actor actor) {
        return Page.of(store.models(prefix(division, actor), page), page, model -> Long.toString(model.id()));
    }

    /** Chooses a site as a model. */
    Model choose(String code, LocalDate since, String reason, Actor actor) {
        access.governs(actor);
        Site site = registry.site(Objects.toString(code, ""));
        Access.sees(site.division(), actor);
        new Faults()
                .text("reason", reason, 1000)
                .check(since == null || !since.isAfter(stars.today()), "since", "day.ahead")
                .raise();
        Model wanted = new Model(
                0, code, site.division(), since == null ? stars.today() : since, null, reason, actor.account());
        Text already = TEXTS.get("model.already", site.name());
        return racing(
                already,
                () -> store.add(wanted, other -> {
                    throw Problem.conflict(already);
                }));
    }

    /** A site is a model no longer. */
    Model end(long id, LocalDate day, Actor actor) {
        access.governs(actor);
        LocalDate on = day == null ? stars.today() : day;
        return store.end(id, on, model -> {
            Access.sees(model.division(), actor);
            refuse(model.until() != null, "model.ended", model.until());
            if (on.isBefore(model.since())) {
                throw Problem.invalid("until", TEXTS.get("day.order"));
            }
        });
    }

    Page<Meeting> meetings(String division, PageRequest page, Actor actor) {
        return Page.of(store.meetings(prefix(division, actor), page), page, meeting -> Long.toString(meeting.id()));
    }

    /** Creates ({@code id} 0) or replaces a meeting; it may lie ahead. */
    Meeting save(Meeting meeting, Actor actor) {
        access.governs(actor);
        Site site = registry.site(Objects.toString(meeting.site(), ""));
        Access.sees(site.division(), actor);
        new Faults()
                .text("name", meeting.name(), 200)
                .text("host", meeting.host(), 200)
                .optional("spread", meeting.spread(), 2000)
                .check(meeting.held() != null, "held", "day.missing")
                .check(
                        meeting.people() == null || meeting.people() > 0 && meeting.people() < 10_000,
                        "people",
                        "people")
                .check(meeting.files().size() <= MOST_FILES, "files", "files", MOST_FILES)
                .raise();
        attachments.keep(meeting.files(), site.division(), "files", actor);
        Meeting wanted = new Meeting(
                meeting.id(),
                meeting.site(),
                site.division(),
                meeting.held(),
                meeting.name(),
                meeting.host(),
                meeting.people(),
                meeting.spread(),
                meeting.files(),
                actor.account());
        return store.put(wanted, known -> Access.sees(known.division(), actor));
    }

    private String prefix(String division, Actor actor) {
        access.reads(division, actor);
        return Division.prefix(registry.division(division).code());
    }

    private static void refuse(boolean refused, String key, Object... arguments) {
        if (refused) {
            throw Problem.conflict(TEXTS.get(key, arguments));
        }
    }

    private static <T> T racing(Text taken, Supplier<T> command) {
        try {
            return command.get();
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(taken) : e;
        }
    }
}
