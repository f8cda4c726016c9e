// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;
import org.sanban.api.rating.StarCriterion;
import org.sanban.rating.internal.PointTable.Band;
import org.sanban.rating.internal.PointTable.Unscored;

/**
 * Turns what is known of a site into its score. Knows no clock, no database and no criterion: it is asked again for what
 * was frozen, and must answer the same.
 */
final class Scoring {
    private static final Texts TEXTS = Texts.of(Scoring.class);

    private final PointTable table;

    Scoring(PointTable table) {
        this.table = table;
    }

    /** The score of these inputs by line; {@code head} says whose it is and what level the site holds. */
    Score score(Head head, Map<String, Input> inputs) {
        List<Score.LineScore> lines = table.lines().stream()
                .map(line -> line(line, inputs.get(line.code())))
                .toList();
        List<Score.LineScore> scored =
                lines.stream().filter(line -> line.points() != null).toList();
        BigDecimal points = sum(scored.stream().map(Score.LineScore::points).toList());
        BigDecimal reach = sum(scored.stream().map(Score.LineScore::max).toList());
        BigDecimal base = table.unscored() == Unscored.OUT ? reach : table.full();
        BigDecimal total = base.signum() == 0 ? null : hundred(points, base);
        boolean enough = total != null
                && reach.multiply(PointTable.HUNDRED).compareTo(table.least().multiply(table.full())) >= 0;
        Level level = enough ? table.level(total) : null;
        Standing standing = new Standing(
                head.site(),
                head.name(),
                head.division(),
                head.period().id(),
                head.frozen(),
                level,
                total,
                head.awarded(),
                warning(level, head.awarded()),
                head.computed());
        return new Score(
                standing,
                head.period().from(),
                head.period().until(),
                table.id(),
                table.version(),
                table.source(),
                table.sample(),
                points,
                reach,
                table.full(),
                lines,
                total == null ? null : next(total, base, lines),
                notes(lines, reach, enough));
    }

    /** That a level is lower than the one the site holds; {@code null} when it is not, or nobody can tell. */
    static Text warning(Level level, Level awarded) {
        return level == null || awarded == null || level.compareTo(awarded) >= 0
                ? null
                : TEXTS.get("warning", level.text(), awarded.text());
    }

    private Score.LineScore line(PointTable.Line line, Input input) {
        BigDecimal points = null;
        Text why = input.absent();
        if (why == null && line.panel()) {
            points = input.panel().min(line.max()).setScale(2, RoundingMode.HALF_UP);
            why = TEXTS.get("why.panel");
        } else if (why == null) {
            points = line.rule().points(input.value(), line.max());
            why = TEXTS.get(
                    "why.rule", shown(input.value(), input.unit()), line.rule().text(), Rule.plain(points));
        }
        return new Score.LineScore(
                line.code(),
                line.block(),
                line.text(),
                line.method(),
                line.max(),
                line.criterion(),
                input.criterion(),
                input.unit(),
                input.value(),
                input.self(),
                input.panel(),
                points,
                why,
                input.facts());
    }

    private Score.NextStar next(BigDecimal total, BigDecimal base, List<Score.LineScore> lines) {
        Band band = table.after(table.level(total)).orElse(null);
        if (band == null) {
            return null;
        }
        BigDecimal missing = table.missing(band, total);
        List<Score.Gain> gains = new ArrayList<>();
        BigDecimal reached = BigDecimal.ZERO;
        for (Gap gap : gaps(lines)) {
            BigDecimal won = hundred(gap.points(), base);
            gains.add(new Score.Gain(
                    gap.line().code(), gap.line().text(), won, reached.compareTo(missing) < 0, hint(gap.line(), won)));
            reached = reached.add(won);
        }
        return new Score.NextStar(band.level(), band.from(), missing, gains);
    }

    /** A line with what is not won yet. */
    private record Gap(Score.LineScore line, BigDecimal points) {}

    /** Most to be won first. A line that is taken out of the base has nothing to be won: scored, it changes the base. */
    private List<Gap> gaps(List<Score.LineScore> lines) {
        return lines.stream()
                .filter(line -> line.points() != null || table.unscored() == Unscored.ZERO)
                .map(line ->
                        new Gap(line, line.max().subtract(Objects.requireNonNullElse(line.points(), BigDecimal.ZERO))))
                .filter(gap -> gap.points().signum() > 0)
                .sorted(Comparator.comparing(Gap::points).reversed())
                .toList();
    }

    private Text hint(Score.LineScore line, BigDecimal won) {
        PointTable.Line wanted = table.line(line.code()).orElseThrow();
        if (line.points() == null) {
            return TEXTS.get("hint.unscored", line.why());
        }
        if (wanted.panel()) {
            return TEXTS.get("hint.panel", Rule.plain(won));
        }
        return TEXTS.get(
                "hint.rule",
                line.criterionName() == null ? line.criterion() : line.criterionName(),
                shown(line.value(), line.unit()),
                shown(wanted.rule().best(line.max()), line.unit()),
                Rule.plain(won));
    }

    private List<Text> notes(List<Score.LineScore> lines, BigDecimal reach, boolean enough) {
        List<Text> notes = new ArrayList<>();
        if (table.sample()) {
            notes.add(TEXTS.get("note.sample", table.source()));
        }
        List<String> open = lines.stream()
                .filter(line -> line.points() == null)
                .map(Score.LineScore::code)
                .toList();
        if (!open.isEmpty()) {
            notes.add(TEXTS.get(
                    table.unscored() == Unscored.OUT ? "note.out" : "note.zero",
                    open.size(),
                    String.join("、", open),
                    Rule.plain(reach),
                    Rule.plain(table.full())));
        }
        if (!enough) {
            notes.add(TEXTS.get("note.least", Rule.plain(table.least())));
        }
        return notes;
    }

    private static Text shown(BigDecimal value, StarCriterion.Unit unit) {
        if (unit == null) {
            return Text.of(Rule.plain(value));
        }
        return switch (unit) {
            case PERCENT -> Text.of(Rule.plain(value.setScale(2, RoundingMode.HALF_UP)) + "%");
            case COUNT -> Text.of(Rule.plain(value));
            case YES_NO -> TEXTS.get(value.signum() > 0 ? "yes" : "no");
        };
    }

    private static BigDecimal hundred(BigDecimal points, BigDecimal base) {
        return points.multiply(PointTable.HUNDRED).divide(base, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
