// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a value becomes points.
 *
 * @param kind which way
 * @param marks values with what they are worth, by value; none for a deduction
 * @param each points taken off for each unit, for a deduction only
 * @param free units that cost nothing, for a deduction only
 */
@Schema(name = "StarRule")
record Rule(Kind kind, List<Mark> marks, BigDecimal each, BigDecimal free) {
    /** The ways there are. */
    enum Kind {
        /** From a value on, its points (分档); below the lowest none. */
        STEPS,
        /** Between two values by how far it has come (线性); beyond the ends as at the ends. */
        LINEAR,
        /** All points, less so many for each unit, never below none (扣分). */
        DEDUCT
    }

    /**
     * A value and its points.
     *
     * @param value in the criterion's unit
     * @param points what it is worth
     */
    @Schema(name = "StarRuleMark")
    record Mark(BigDecimal value, BigDecimal points) {}

    Rule {
        marks = marks == null
                ? List.of()
                : marks.stream()
                        .filter(Objects::nonNull)
                        .filter(mark -> mark.value() != null && mark.points() != null)
                        .sorted(Comparator.comparing(Mark::value))
                        .toList();
    }

    /** What a value is worth, two decimals, between 0 and {@code max}. */
    BigDecimal points(BigDecimal value, BigDecimal max) {
        BigDecimal points =
                switch (kind) {
                    case STEPS -> step(value);
                    case LINEAR -> between(value);
                    case DEDUCT -> max.subtract(
                            value.subtract(given(free)).max(BigDecimal.ZERO).multiply(each));
                };
        return points.max(BigDecimal.ZERO).min(max).setScale(2, RoundingMode.HALF_UP);
    }

    /** The value that is worth all {@code max} points, or as many as the rule ever gives. */
    BigDecimal best(BigDecimal max) {
        if (kind == Kind.DEDUCT) {
            return given(free);
        }
        BigDecimal most = marks.stream()
                .map(mark -> mark.points().min(max))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return marks.stream()
                .filter(mark -> mark.points().min(max).compareTo(most) == 0)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** As people write it, and as {@link #parse} reads it: {@code 分档：400=5；1200=10}. */
    String text() {
        String separator = "；";
        return switch (kind) {
            case DEDUCT -> "扣分：" + plain(each) + (given(free).signum() == 0 ? "" : separator + plain(free));
            case STEPS, LINEAR -> (kind == Kind.STEPS ? "分档：" : "线性：")
                    + marks.stream()
                            .map(mark -> plain(mark.value()) + "=" + plain(mark.points()))
                            .collect(Collectors.joining(separator));
        };
    }

    /**
     * Reads a rule: 分档 (steps), 线性 (linear) with {@code value=points} each, or 扣分 (deduct) with the points for a unit
     * and, if some cost nothing, how many.
     *
     * @return nothing where it is none
     */
    static Optional<Rule> parse(String text) {
        String plain = text.strip()
                .replace('：', ':')
                .replace('；', ';')
                .replace('＝', '=')
                .replaceAll("\\s", "")
                .replaceAll(";+$", "");
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String[] parts = plain.substring(colon + 1).split(";");
        try {
            return switch (plain.substring(0, colon)) {
                case "分档", "steps" -> Optional.of(new Rule(Kind.STEPS, marks(parts), null, null));
                case "线性", "linear" -> Optional.of(new Rule(Kind.LINEAR, marks(parts), null, null));
                case "扣分", "deduct" -> parts.length > 2
                        ? Optional.empty()
                        : Optional.of(new Rule(
                                Kind.DEDUCT,
                                null,
                                number(parts[0]),
                                parts.length == 2 ? number(parts[1]) : BigDecimal.ZERO));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private BigDecimal step(BigDecimal value) {
        BigDecimal points = BigDecimal.ZERO;
        for (Mark mark : marks) {
            if (mark.value().compareTo(value) <= 0) {
                points = mark.points();
            }
        }
        return points;
    }

    private BigDecimal between(BigDecimal value) {
        Mark before = marks.get(0);
        if (value.compareTo(before.value()) <= 0) {
            return before.points();
        }
        for (Mark mark : marks) {
            if (value.compareTo(mark.value()) <= 0) {
                BigDecimal rise = mark.points().subtract(before.points());
                return before.points()
                        .add(rise.multiply(value.subtract(before.value()))
                                .divide(mark.value().subtract(before.value()), 10, RoundingMode.HALF_UP));
            }
            before = mark;
        }
        return before.points();
    }

    private static List<Mark> marks(String[] parts) {
        List<Mark> marks = new ArrayList<>();
        for (String part : parts) {
            String[] sides = part.split("=", 2);
            marks.add(new Mark(number(sides[0]), number(sides[1])));
        }
        return marks;
    }

    private static BigDecimal number(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,4})?%?")) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text.replace("%", ""));
    }

    private static BigDecimal given(BigDecimal number) {
        return Objects.requireNonNullElse(number, BigDecimal.ZERO);
    }
}
