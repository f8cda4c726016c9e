// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.data.Moments;
import org.sanban.api.evaluation.ExchangedRating;
import org.sanban.api.evaluation.RatingExchange;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Ratings in the form of the national system's interface (domain facts 4.3), to be fetched page by page in the order they
 * were given. Personal data stands with the case alone and is read from there; a rating that is to stay anonymous goes
 * without it.
 */
@Component(service = {Exchange.class, RatingExchange.class})
public final class Exchange implements RatingExchange {
    private static final Texts TEXTS = Texts.of(Exchange.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A rating is given out once nothing older can still be committed: a transaction takes milliseconds. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final EvaluationStore store;
    private final Terms terms;
    private final CaseService cases;
    private final MatterService matters;
    private final InstantSource clock;

    @Activate
    public Exchange(
            @Reference EvaluationStore store,
            @Reference Terms terms,
            @Reference CaseService cases,
            @Reference MatterService matters) {
        this(store, terms, cases, matters, InstantSource.system());
    }

    Exchange(EvaluationStore store, Terms terms, CaseService cases, MatterService matters, InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.cases = cases;
        this.matters = matters;
        this.clock = clock;
    }

    /** Ratings that count, oldest first, of the divisions the actor sees; for administrators and systems. */
    public Page<ExchangedRating> records(Coding coding, PageRequest page, Actor actor) {
        List<RatingEntity> rows = rows(page, actor);
        Map<String, String> people = store.names(
                rows.stream().map(row -> row.person).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, Case> of = cases.get(rows.stream().map(row -> row.number).toList(), actor);
        return Page.of(rows, page, Exchange::key)
                .map(row -> record(row, of.get(row.number), people.get(row.person), coding));
    }

    @Override
    public Page<Given> given(PageRequest page, Actor actor) {
        return Page.of(rows(page, actor), page, Exchange::key)
                .map(row -> new Given(key(row), row.number, row.nth, row.division, Moments.of(row.ratedAt)));
    }

    @Override
    public ExchangedRating rating(String number, int nth, Form form, Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        RatingEntity first = store.ratings(number, nth).stream()
                .filter(row -> !row.malicious && actor.sees(row.division))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("rating", number + "/" + nth));
        String person =
                first.person == null ? null : store.names(List.of(first.person)).get(first.person);
        return record(first, cases.get(number, actor), person, Coding.valueOf(form.name()));
    }

    private List<RatingEntity> rows(PageRequest page, Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        long[] after = after(page);
        return store.given(
                Sight.prefix(null, actor), after[0], after[1], clock.instant().minus(SETTLED), page.fetch());
    }

    private static String key(RatingEntity row) {
        return row.ratedAt + "-" + row.id;
    }

    private ExchangedRating record(RatingEntity row, Case c, String person, Coding coding) {
        Matter matter = matters.matter(c.matter());
        Applicant applicant = c.applicant();
        return new ExchangedRating(
                row.division,
                matter.departmentCode(),
                c.matter(),
                c.matterName(),
                row.number,
                matter.department(),
                person,
                applicant.kind() == Applicant.Kind.PERSON ? "1" : "2",
                row.anonymous ? null : applicant.name(),
                row.anonymous ? null : applicant.idNumber(),
                coding.promise(c.immediate()),
                coding.satisfaction(row.overall),
                row.overall.label().zh(),
                details(row),
                row.text,
                time(row.ratedAt),
                row.nth,
                coding.via(row.via),
                c.status().ended() ? "3" : "2",
                c.due().startedAt() == null ? null : time(Moments.micros(c.due().startedAt())));
    }

    private String details(RatingEntity row) {
        return row.details().isEmpty()
                ? null
                : row.details().stream()
                        .map(code -> Objects.requireNonNullElse(terms.details().get(code), Text.of(code))
                                .zh())
                        .collect(Collectors.joining("、"));
    }

    private static String time(long micros) {
        return TIME.format(
                LocalDateTime.ofInstant(Moments.of(micros), Moments.ZONE).truncatedTo(ChronoUnit.SECONDS));
    }

    private static long[] after(PageRequest page) {
        if (page.after() == null) {
            return new long[] {0, 0};
        }
        String[] parts = page.after().split("-");
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("[0-9]{1,18}")) {
            throw Problem.invalid("after", TEXTS.get("after", page.after()));
        }
        return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
    }
}
