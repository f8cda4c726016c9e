// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Measure;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the criteria of a table about a site, and puts beside what people gave it. */
@Component(service = Scorer.class)
public final class Scorer {
    private static final Logger LOG = LoggerFactory.getLogger(Scorer.class);
    private static final Texts TEXTS = Texts.of(Scorer.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Criteria criteria;
    /** Ids of those that failed last, so that a round over all sites warns once. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @Activate
    public Scorer(@Reference Criteria criteria) {
        this.criteria = criteria;
    }

    /**
     * The score as it is now.
     *
     * @throws Problem unavailable, when the score is for good and a criterion failed
     */
    Score score(Head head, Site site, PointTable table, Marks marks) {
        Map<String, Input> inputs = new HashMap<>();
        table.lines().forEach(line -> inputs.put(line.code(), input(line, head, site, marks)));
        return new Scoring(table).score(head, inputs);
    }

    /** Criteria that a table names and that are not installed. */
    List<String> absent(PointTable table) {
        return table.lines().stream()
                .filter(line -> !line.panel())
                .map(PointTable.Line::criterion)
                .filter(id -> criteria.criterion(id).isEmpty())
                .distinct()
                .toList();
    }

    private Input input(PointTable.Line line, Head head, Site site, Marks marks) {
        Marks.Mark self = marks.self().get(line.code());
        Marks.Mark panel = line.panel() ? marks.panel().get(line.code()) : null;
        List<Fact> facts = new ArrayList<>(facts("fact.panel", panel));
        facts.addAll(facts("fact.self", self));
        if (line.panel()) {
            return new Input(
                    null,
                    null,
                    null,
                    points(self),
                    points(panel),
                    panel == null ? TEXTS.get("absent.panel") : null,
                    facts);
        }
        StarCriterion criterion = criteria.criterion(line.criterion()).orElse(null);
        if (criterion == null) {
            return new Input(
                    null, null, null, points(self), null, TEXTS.get("absent.criterion", line.criterion()), facts);
        }
        Measure measure = measure(criterion, head, site);
        BigDecimal value = measure == null ? null : measure.value();
        Text absent = null;
        if (measure == null) {
            absent = TEXTS.get("absent.failed", criterion.name());
        } else if (value == null) {
            absent = TEXTS.get("absent.value", criterion.name());
        }
        List<Fact> all = measure == null
                ? facts
                : Stream.concat(measure.facts().stream(), facts.stream()).toList();
        return new Input(criterion.name(), criterion.unit(), value, points(self), null, absent, all);
    }

    /** {@code null} when the criterion failed. */
    private Measure measure(StarCriterion criterion, Head head, Site site) {
        try {
            Measure measure = criterion.measure(site, head.period().days());
            failing.remove(criterion.id());
            return measure;
        } catch (RuntimeException e) {
            if (failing.add(criterion.id())) {
                LOG.warn("criterion {} failed for {}: {}", criterion.id(), site.code(), e.toString());
            }
            LOG.debug("criterion {}", criterion.id(), e);
            if (head.frozen()) {
                throw Problem.unavailable(TEXTS.get("freeze.failed", criterion.name(), site.name()));
            }
            return null;
        }
    }

    private static List<Fact> facts(String key, Marks.Mark mark) {
        if (mark == null) {
            return List.of();
        }
        LocalDate day = LocalDate.ofInstant(mark.at(), ZONE);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                TEXTS.get(
                        mark.reason() == null ? key : key + ".reason",
                        mark.name(),
                        day,
                        Rule.plain(mark.points()),
                        mark.reason()),
                null));
        mark.files().forEach(file -> facts.add(new Fact(TEXTS.get("fact.file"), "attachments/" + file)));
        return facts;
    }

    private static BigDecimal points(Marks.Mark mark) {
        return mark == null ? null : mark.points();
    }
}
