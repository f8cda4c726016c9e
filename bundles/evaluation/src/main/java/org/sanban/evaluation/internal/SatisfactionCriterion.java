// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.LocalDate;
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

/** How many of a hundred first ratings of a site are not bad (满意率, docs/decisions/0090). */
@Component(service = StarCriterion.class)
public final class SatisfactionCriterion implements StarCriterion {
    private static final Texts TEXTS = Texts.of(SatisfactionCriterion.class);

    private final Reports reports;

    @Activate
    public SatisfactionCriterion(@Reference Reports reports) {
        this.reports = reports;
    }

    @Override
    public String id() {
        return "evaluation.satisfaction";
    }

    @Override
    public Text name() {
        return TEXTS.get("criterion.satisfaction");
    }

    @Override
    public Unit unit() {
        return Unit.PERCENT;
    }

    @Override
    public Measure measure(Site site, Period period) {
        Tally tally = reports.of(site.code(), period);
        String link = link(site, period.from(), period.until());
        Text found = tally.ratings() == 0
                ? TEXTS.get("fact.none")
                : TEXTS.get("fact.satisfaction", tally.ratings(), tally.bad(), tally.satisfaction());
        int malicious = tally.get(Tally.What.MALICIOUS);
        return new Measure(
                tally.satisfaction(),
                malicious == 0
                        ? List.of(new Fact(found, link))
                        : List.of(new Fact(found, link), new Fact(TEXTS.get("fact.malicious", malicious), link)));
    }

    /** Where the site's line can be seen. */
    static String link(Site site, LocalDate from, LocalDate until) {
        return "evaluations/reports?by=site&division=" + site.division() + "&from=" + from + "&until=" + until;
    }
}
