// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Period;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;
import org.sanban.api.statistics.Summary.Measured;
import org.sanban.api.statistics.Summary.SiteMeasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every bundle that owns data says of a site: satisfaction is there when evaluation is installed. */
@Component(service = Criteria.class)
public final class Criteria {
    private static final Logger LOG = LoggerFactory.getLogger(Criteria.class);
    private static final Texts TEXTS = Texts.of(Criteria.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<StarCriterion> all = List.of();

    List<SiteMeasures> measures(List<Site> sites, Period period) {
        List<StarCriterion> criteria =
                all.stream().sorted(Comparator.comparing(StarCriterion::id)).toList();
        return sites.stream()
                .map(site -> new SiteMeasures(
                        site.code(),
                        site.name(),
                        criteria.stream()
                                .map(criterion -> measured(criterion, site, period))
                                .toList()))
                .toList();
    }

    /** One that fails is said to be unknown: it must not take the others with it. */
    private static Measured measured(StarCriterion criterion, Site site, Period period) {
        Measure measure;
        try {
            measure = criterion.measure(site, period);
        } catch (RuntimeException e) {
            LOG.warn("criterion {} says nothing of {}: {}", criterion.id(), site.code(), e.toString());
            LOG.debug("criterion {}", criterion.id(), e);
            measure = new Measure(null, List.of(new Fact(TEXTS.get("criterion.failed"), null)));
        }
        return new Measured(criterion.id(), criterion.name(), criterion.unit(), measure.value(), measure.facts());
    }
}
