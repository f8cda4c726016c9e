// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

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

/** How many notices were issued against a site, or its division as a whole, in a period. */
@Component(service = StarCriterion.class)
public final class NoticesCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(NoticesCriterion.class);

    private final NoticeStore notices;

    @Activate
    public NoticesCriterion(@Reference NoticeStore notices) {
        this.notices = notices;
    }

    @Override
    public String id() {
        return "supervision.notices";
    }

    @Override
    public Text name() {
        return TEXTS.get("star.notices");
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        long issued = notices.count(against(site, period)
                .and("r.issuedOn >= :from", "from", period.from())
                .and("r.issuedOn <= :until"));
        return new Measure(
                BigDecimal.valueOf(issued),
                List.of(new Fact(
                        TEXTS.get("star.notices.fact", site.name(), period.from(), period.until(), issued),
                        "notices?division=" + site.division())));
    }

    /**
     * Notices about a site: those that name it, and those to its division that name none. One that was withdrawn by the
     * end of the period never was; later than that, it stays counted, so that a period that is over stays as it is.
     */
    static Filter against(Site site, Period period) {
        return new Filter()
                .and("r.division = :division", "division", site.division())
                .and("(r.site is null or r.site = :site)", "site", site.code())
                .and("(r.state <> 'WITHDRAWN' or r.closedOn > :until)", "until", period.until());
    }
}
