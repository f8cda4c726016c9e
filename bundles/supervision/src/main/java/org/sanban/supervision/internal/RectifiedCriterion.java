// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
 * Of the notices with a limit that were settled in a period, how many in time: closed without ever having been late, by
 * the day of closing; late, by the day on which it was. Neither changes afterwards, so a period that is over stays as it is.
 */
@Component(service = StarCriterion.class)
public final class RectifiedCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(RectifiedCriterion.class);

    private final NoticeStore notices;

    @Activate
    public RectifiedCriterion(@Reference NoticeStore notices) {
        this.notices = notices;
    }

    @Override
    public String id() {
        return "supervision.rectified";
    }

    @Override
    public Text name() {
        return TEXTS.get("star.rectified");
    }

    @Override
    public Unit unit() {
        return Unit.PERCENT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        long good = notices.count(NoticesCriterion.against(site, period)
                .and("r.dueOn is not null and r.lateOn is null")
                .and("r.closedOn >= :from", "from", period.from())
                .and("r.closedOn <= :until"));
        long late = notices.count(NoticesCriterion.against(site, period)
                .and("r.lateOn >= :from", "from", period.from())
                .and("r.lateOn <= :until"));
        long all = good + late;
        BigDecimal percent = all == 0
                ? null
                : BigDecimal.valueOf(100 * good).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        return new Measure(
                percent,
                List.of(new Fact(
                        TEXTS.get("star.rectified.fact", site.name(), period.from(), period.until(), all, good, late),
                        "notices?division=" + site.division())));
    }
}
