// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** How long each request of one client took; grows as needed, not for threads to share. */
final class Times {
    private long[] nanos = new long[1024];
    private int count;
    private int errors;
    private String firstError;

    void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = taken;
    }

    void failed(Exception e) {
        errors++;
        if (firstError == null) {
            firstError = String.valueOf(e.getMessage());
        }
    }

    /**
     * What several clients saw together.
     *
     * @param count answered requests
     * @param errors requests that failed, not in {@code count}
     * @param firstError what the first of them said, or null
     * @param perSecond answered requests a second
     * @param p50 half of the requests took at most so many milliseconds
     * @param p99 99 of 100 took at most so many
     * @param max the slowest
     */
    record Summary(int count, int errors, String firstError, double perSecond, double p50, double p99, double max) {
        /** Five cells of a table: throughput, p50, p99, max, errors. */
        String cells() {
            return String.format(Locale.ROOT, "%.0f | %.2f | %.2f | %.1f | %d", perSecond, p50, p99, max, errors);
        }
    }

    static Summary sum(Collection<Times> all, Duration elapsed) {
        long[] sorted = all.stream()
                .flatMapToLong(times -> Arrays.stream(times.nanos, 0, times.count))
                .sorted()
                .toArray();
        String error = all.stream()
                .map(times -> times.firstError)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
        return new Summary(
                sorted.length,
                all.stream().mapToInt(times -> times.errors).sum(),
                error,
                sorted.length * 1e9 / elapsed.toNanos(),
                percentile(sorted, 50),
                percentile(sorted, 99),
                percentile(sorted, 100));
    }

    /** The smallest value that {@code percent} of all do not exceed, in milliseconds; nearest rank. */
    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(sorted.length * (percent / 100.0));
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
