// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.util.ArrayList;
import java.util.List;
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
import org.sanban.api.statistics.Counts;

/** How many of a hundred cases of a site that ended with a limit kept it. */
@Component(service = StarCriterion.class)
public final class OnTimeCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(OnTimeCriterion.class);

    private final CaseCriterion cases;

    @Activate
    public OnTimeCriterion(@Reference Ledger ledger) {
        this.cases = new CaseCriterion(ledger);
    }

    @Override
    public String id() {
        return "cases.on-time";
    }

    @Override
    public Text name() {
        return TEXTS.get("criterion.on-time");
    }

    @Override
    public Unit unit() {
        return Unit.PERCENT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        Counts counts = cases.counts(site, period);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                TEXTS.get(
                        "fact.on-time",
                        period.from(),
                        period.until(),
                        counts.ended(),
                        counts.onTime() + counts.late(),
                        counts.onTime()),
                CaseCriterion.link(site, period, "on-time-rate")));
        if (counts.late() > 0) {
            facts.add(new Fact(TEXTS.get("fact.late", counts.late()), CaseCriterion.link(site, period, "late")));
        }
        if (counts.unknown() > 0) {
            facts.add(
                    new Fact(TEXTS.get("fact.unknown", counts.unknown()), CaseCriterion.link(site, period, "unknown")));
        }
        return new Measure(counts.onTimeRate(), facts);
    }
}
