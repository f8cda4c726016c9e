// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

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

/**
 * How many of a hundred bad ratings of a site were rectified in time. Each counts for the day on which its limit ends,
 * so that a period that is over has all its answers.
 */
@Component(service = StarCriterion.class)
public final class RectifiedCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(RectifiedCriterion.class);

    private final Reports reports;

    @Activate
    public RectifiedCriterion(@Reference Reports reports) {
        this.reports = reports;
    }

    @Override
    public String id() {
        return "evaluation.rectified";
    }

    @Override
    public Text name() {
        return TEXTS.get("criterion.rectified");
    }

    @Override
    public Unit unit() {
        return Unit.PERCENT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        Tally tally = reports.of(site.code(), period);
        int due = tally.get(Tally.What.DUE);
        Text found = due == 0
                ? TEXTS.get("fact.none.due")
                : TEXTS.get("fact.rectified", due, tally.get(Tally.What.IN_TIME), tally.rectified());
        return new Measure(
                tally.rectified(),
                List.of(new Fact(found, SatisfactionCriterion.link(site, period.from(), period.until()))));
    }
}
