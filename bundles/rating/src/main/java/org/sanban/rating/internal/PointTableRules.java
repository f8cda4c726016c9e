// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Level;
import org.sanban.rating.internal.PointTable.Band;
import org.sanban.rating.internal.PointTable.Line;

/** What a point table must be. */
final class PointTableRules {
    static final int MOST_LINES = 300;

    private static final Texts TEXTS = Texts.of(PointTableRules.class);
    private static final String CODE = "[A-Za-z0-9._-]{1,20}";
    private static final BigDecimal MOST_POINTS = new BigDecimal(1000);

    private PointTableRules() {}

    /** @throws Problem invalid, naming all that is wrong */
    static void check(PointTable table) {
        Faults faults = new Faults()
                .check(word(table.id()).matches("[a-z0-9-]{1,40}"), "id", "table.id")
                .text("name", table.name(), 100)
                .text("source", table.source(), 300)
                .check(table.from() != null, "from", "day.missing")
                .check(!table.kinds().isEmpty(), "kinds", "table.kinds")
                .check(table.edge() != null, "edge", "table.edge")
                .check(table.unscored() != null, "unscored", "table.unscored")
                .check(percent(table.least()), "least", "percent")
                .check(
                        !table.lines().isEmpty() && table.lines().size() <= MOST_LINES,
                        "lines",
                        "table.lines",
                        MOST_LINES);
        faults.check(
                table.from() == null || table.until() == null || !table.until().isBefore(table.from()),
                "until",
                "day.order");
        faults.check(bands(table.bands()), "bands", "table.bands");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < table.lines().size(); i++) {
            Line line = table.lines().get(i);
            String field = "lines[" + i + "].";
            faults.add(faults(field, line));
            Integer twin = seen.putIfAbsent(word(line.code()), i + 1);
            faults.check(twin == null, field + "code", "line.twice", word(line.code()), twin);
        }
        faults.raise();
    }

    /** What is wrong with one line, its fields named with {@code prefix} before. */
    static List<Problem.Violation> faults(String prefix, Line line) {
        Faults faults = new Faults()
                .check(word(line.code()).matches(CODE), prefix + "code", "line.code")
                .text(prefix + "block", line.block(), 100)
                .text(prefix + "text", line.text(), 500)
                .optional(prefix + "method", line.method(), 200)
                .check(points(line.max()) && line.max().signum() > 0, prefix + "max", "line.max", MOST_POINTS)
                .check(
                        line.criterion() == null || line.criterion().matches("[a-z0-9.-]{1,60}"),
                        prefix + "criterion",
                        "line.criterion")
                .check(line.criterion() == null || line.rule() != null, prefix + "rule", "line.rule.missing")
                .check(line.criterion() != null || line.rule() == null, prefix + "rule", "line.rule.panel");
        List<Problem.Violation> found = new ArrayList<>(faults.found());
        if (line.criterion() != null && line.rule() != null && points(line.max())) {
            String wrong = wrong(line.rule(), line.max());
            if (wrong != null) {
                found.add(new Problem.Violation(prefix + "rule", TEXTS.get(wrong, Rule.plain(line.max()))));
            }
        }
        return found;
    }

    private static String wrong(Rule rule, BigDecimal max) {
        if (rule.kind() == null) {
            return "rule";
        }
        if (rule.kind() == Rule.Kind.DEDUCT) {
            boolean free = rule.free() == null || rule.free().signum() >= 0;
            return rule.marks().isEmpty() && rule.each() != null && rule.each().signum() > 0 && free ? null : "rule";
        }
        if (rule.marks().size() < (rule.kind() == Rule.Kind.LINEAR ? 2 : 1) || rule.each() != null) {
            return "rule";
        }
        for (int i = 1; i < rule.marks().size(); i++) {
            if (rule.marks().get(i).value().compareTo(rule.marks().get(i - 1).value()) == 0) {
                return "rule.twice";
            }
        }
        return rule.marks().stream()
                        .anyMatch(mark ->
                                mark.points().signum() < 0 || mark.points().compareTo(max) > 0)
                ? "rule.points"
                : null;
    }

    /** Three, four and five stars once each, rising, within a hundred. */
    private static boolean bands(List<Band> bands) {
        if (bands.size() != Level.values().length - 1) {
            return false;
        }
        BigDecimal last = BigDecimal.ZERO;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            if (band.level() != Level.values()[i + 1]
                    || !percent(band.from())
                    || band.from().compareTo(last) <= 0) {
                return false;
            }
            last = band.from();
        }
        return true;
    }

    private static boolean percent(BigDecimal value) {
        return value != null
                && value.signum() >= 0
                && value.compareTo(PointTable.HUNDRED) <= 0
                && value.stripTrailingZeros().scale() <= 2;
    }

    static boolean points(BigDecimal value) {
        return value != null
                && value.signum() >= 0
                && value.compareTo(MOST_POINTS) <= 0
                && value.stripTrailingZeros().scale() <= 2;
    }

    private static String word(String text) {
        return text == null ? "" : text;
    }
}
