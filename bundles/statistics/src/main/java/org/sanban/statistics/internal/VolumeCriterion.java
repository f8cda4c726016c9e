// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.math.BigDecimal;
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

/** How many cases a site took. */
@Component(service = StarCriterion.class)
public final class VolumeCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(VolumeCriterion.class);

    private final CaseCriterion cases;

    @Activate
    public VolumeCriterion(@Reference Ledger ledger) {
        this.cases = new CaseCriterion(ledger);
    }

    @Override
    public String id() {
        return "cases.volume";
    }

    @Override
    public Text name() {
        return TEXTS.get("criterion.volume");
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        long submitted = cases.counts(site, period).submitted();
        return new Measure(
                BigDecimal.valueOf(submitted),
                List.of(new Fact(
                        TEXTS.get("fact.volume", period.from(), period.until(), submitted),
                        CaseCriterion.link(site, period, "submitted"))));
    }
}
