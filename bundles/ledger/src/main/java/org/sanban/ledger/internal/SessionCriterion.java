// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Period;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;

/** In how many months of the period a town's principal head held a session (R42); a month that runs counts once it had one. */
@Component(service = StarCriterion.class)
public final class SessionCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(SessionCriterion.class);

    private final SessionStore store;
    private final Clock clock;

    @Activate
    public SessionCriterion(@Reference SessionStore store) {
        this(store, Clock.systemUTC());
    }

    SessionCriterion(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "ledger.leader-sessions";
    }

    @Override
    public Text name() {
        return TEXTS.get("criterion.sessions");
    }

    @Override
    public Unit unit() {
        return Unit.PERCENT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        String link = "leader-sessions?division=" + site.division();
        if (site.kind() != Site.Kind.CENTRE) {
            return new Measure(null, List.of(new Fact(TEXTS.get("criterion.sessions.town"), link)));
        }
        LocalDate today = Moments.today(clock);
        Set<YearMonth> held = store.held(site.division(), period.from(), period.until()).stream()
                .filter(LeaderSession::principal)
                .map(session -> YearMonth.from(session.heldOn()))
                .collect(Collectors.toSet());
        List<YearMonth> months = months(period)
                .filter(month -> month.atEndOfMonth().isBefore(today) || held.contains(month))
                .toList();
        if (months.isEmpty()) {
            return new Measure(null, List.of(new Fact(TEXTS.get("criterion.sessions.early"), link)));
        }
        List<YearMonth> missed =
                months.stream().filter(month -> !held.contains(month)).toList();
        int with = months.size() - missed.size();
        Text text = missed.isEmpty()
                ? TEXTS.get("criterion.sessions.all", months.size())
                : TEXTS.get(
                        "criterion.sessions.fact",
                        months.size(),
                        with,
                        missed.stream().map(YearMonth::toString).collect(Collectors.joining("、")));
        BigDecimal value =
                BigDecimal.valueOf(100L * with).divide(BigDecimal.valueOf(months.size()), 1, RoundingMode.HALF_UP);
        return new Measure(value, List.of(new Fact(text, link)));
    }

    private static Stream<YearMonth> months(Period period) {
        YearMonth last = YearMonth.from(period.until());
        return Stream.iterate(
                YearMonth.from(period.from()), month -> !month.isAfter(last), month -> month.plusMonths(1));
    }
}
