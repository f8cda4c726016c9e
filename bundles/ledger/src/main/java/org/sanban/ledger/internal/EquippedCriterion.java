// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.facts.Fact;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Check;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Period;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Site;

/**
 * How much of 八有一能 or 六有 holds at a site on the last day of the period. What was said of a period that is over is
 * kept: windows, staff and lists of that day are not known later.
 */
@Component(service = StarCriterion.class)
public final class EquippedCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(EquippedCriterion.class);

    private final Checks checks;
    private final LedgerStore store;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public EquippedCriterion(@Reference Checks checks, @Reference LedgerStore store) {
        this.checks = checks;
        this.store = store;
    }

    @Override
    public String id() {
        return "ledger.equipped";
    }

    @Override
    public Text name() {
        return TEXTS.get("criterion.equipped");
    }

    @Override
    public Unit unit() {
        return Unit.PERCENT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        LocalDate today = Moments.today(clock);
        if (!period.until().isBefore(today)) {
            return look(site, today);
        }
        return store.measure(site.code(), period.until())
                .map(content -> Json.read(Measure.class, content))
                .orElseGet(() -> Json.read(
                        Measure.class,
                        store.keep(site.code(), period.until(), Json.write(look(site, period.until())))));
    }

    private Measure look(Site site, LocalDate day) {
        Actor platform = Actor.system("ledger", Division.county(site.division()));
        SiteCheck check = checks.of(List.of(site), day, platform).get(0);
        String link = "checks/" + site.code();
        if (check.of() == 0) {
            return new Measure(null, List.of(new Fact(TEXTS.get("criterion.equipped.none"), link)));
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(TEXTS.get("criterion.equipped.fact", check.standard(), check.holding(), check.of()), link));
        check.missing().stream()
                .filter(one -> one.weight() == Check.Weight.STANDARD)
                .forEach(one -> facts.add(new Fact(
                        TEXTS.get(
                                "criterion.equipped.missing",
                                one.name(),
                                one.facts().get(0).text()),
                        link)));
        BigDecimal value = BigDecimal.valueOf(100L * check.holding())
                .divide(BigDecimal.valueOf(check.of()), 1, RoundingMode.HALF_UP);
        return new Measure(value, facts);
    }
}
