// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongFunction;
import org.sanban.api.data.Latest;

/**
 * How often something may be tried by a key (a number, an address) within a time, on this node. The time begins with the
 * first try that is counted. Whatever strangers try, no more than 10,000 keys are remembered: those that were tried last.
 */
public final class Tries {
    private static final int REMEMBERED = 10_000;

    private final int most;
    private final Duration within;
    private final LongFunction<Text> refusal;
    private final InstantSource clock;
    private final Map<String, Counted> counted = Latest.used(REMEMBERED);

    private record Counted(int times, Instant until) {}

    /**
     * @param most how many tries are allowed, at least 1
     * @param within in what time
     * @param refusal what is said to who tries more, given the minutes until another try is taken, rounded up
     */
    public Tries(int most, Duration within, LongFunction<Text> refusal) {
        this(most, within, refusal, InstantSource.system());
    }

    /** The same by another clock. */
    public Tries(int most, Duration within, LongFunction<Text> refusal, InstantSource clock) {
        this.most = most;
        this.within = within;
        this.refusal = refusal;
        this.clock = clock;
    }

    /**
     * Lets no further try pass when all are used up.
     *
     * @throws Problem too many, with the pause until the time is over
     */
    public synchronized void check(String key) {
        Counted before = counted(key);
        if (before != null && before.times() >= most) {
            Duration left = Duration.between(clock.instant(), before.until());
            throw Problem.tooMany(
                    refusal.apply(left.plusMinutes(1).minusNanos(1).toMinutes()), left);
        }
    }

    /** Counts a try. */
    public synchronized void count(String key) {
        Counted before = counted(key);
        counted.put(
                key,
                before == null
                        ? new Counted(1, clock.instant().plus(within))
                        : new Counted(before.times() + 1, before.until()));
    }

    /**
     * Counts a try that is one of those allowed.
     *
     * @throws Problem too many, as in {@link #check}
     */
    public synchronized void take(String key) {
        check(key);
        count(key);
    }

    /** Forgets the tries of a key: the last one was right. */
    public synchronized void forget(String key) {
        counted.remove(key);
    }

    private Counted counted(String key) {
        Counted before = counted.get(key);
        if (before == null || clock.instant().isBefore(before.until())) {
            return before;
        }
        counted.remove(key);
        return null;
    }
}
