// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

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
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** Whether a town's or village's staff had the trainings of the year by the end of the period (R66–R68). */
@Component(service = StarCriterion.class)
public final class TrainedCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(TrainedCriterion.class);

    private final RegistryService registry;
    private final Trainings trainings;

    @Activate
    public TrainedCriterion(@Reference RegistryService registry, @Reference Trainings trainings) {
        this.registry = registry;
        this.trainings = trainings;
    }

    @Override
    public String id() {
        return "ledger.trained";
    }

    @Override
    public Text name() {
        return TEXTS.get("criterion.trained");
    }

    @Override
    public Unit unit() {
        return Unit.YES_NO;
    }

    @Override
    public Measure measure(Site site, Period period) {
        Division division = registry.division(site.division());
        if (division.level() == Division.Level.COUNTY) {
            String link = "trainings?division=" + division.code();
            return new Measure(null, List.of(new Fact(TEXTS.get("criterion.trained.county"), link)));
        }
        Trainings.Year year = trainings.year(division, period.until().getYear(), period.until());
        boolean fulfilled = year.state() == Trainings.State.FULFILLED;
        return new Measure(fulfilled ? BigDecimal.ONE : BigDecimal.ZERO, year.facts());
    }
}
