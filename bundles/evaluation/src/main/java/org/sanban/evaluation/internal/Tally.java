// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How many of what: a change of kept sums, or what they add up to. */
final class Tally {
    private final Map<What, Integer> counts = new EnumMap<>(What.class);

    /** What is counted, each in a column of its own. */
    enum What {
        VERY_SATISFIED,
        SATISFIED,
        FAIR,
        DISSATISFIED,
        VERY_DISSATISFIED,
        BUSINESS_BAD,
        WINDOW_BAD,
        ATTITUDE_BAD,
        SECOND_TIMES,
        SECOND_BAD,
        MALICIOUS,
        /** Rectifications whose limit ends on the day. */
        DUE,
        /** Those of them that were answered in time. */
        IN_TIME;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Tally with(What what, int count) {
        counts.merge(what, count, Integer::sum);
        return this;
    }

    int get(What what) {
        return counts.getOrDefault(what, 0);
    }

    /** What is there, in the order of the columns. */
    Map<What, Integer> counts() {
        return counts;
    }

    /** A first rating, or with {@code -1} one that does not count any more. */
    static Tally first(RatingEntity rating, int sign) {
        Tally tally = new Tally().with(What.valueOf(rating.overall.name()), sign);
        bad(tally, rating.business, What.BUSINESS_BAD, sign);
        bad(tally, rating.window, What.WINDOW_BAD, sign);
        bad(tally, rating.attitude, What.ATTITUDE_BAD, sign);
        return tally;
    }

    /** A second rating. */
    static Tally second(RatingEntity rating) {
        Tally tally = new Tally().with(What.SECOND_TIMES, 1);
        bad(tally, rating.overall, What.SECOND_BAD, 1);
        return tally;
    }

    private static void bad(Tally tally, Level level, What what, int sign) {
        if (level.bad()) {
            tally.with(what, sign);
        }
    }

    /** First ratings. */
    int ratings() {
        return get(What.VERY_SATISFIED) + get(What.SATISFIED) + get(What.FAIR) + bad();
    }

    /** Bad ones of them. */
    int bad() {
        return get(What.DISSATISFIED) + get(What.VERY_DISSATISFIED);
    }

    /** How many of a hundred first ratings are not bad (满意率), {@code null} when there is none. */
    BigDecimal satisfaction() {
        return percent(ratings() - bad(), ratings());
    }

    /** How many of a hundred rectifications that fell due were answered in time, {@code null} when none did. */
    BigDecimal rectified() {
        return percent(get(What.IN_TIME), get(What.DUE));
    }

    private static BigDecimal percent(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && tally.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(counts);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
