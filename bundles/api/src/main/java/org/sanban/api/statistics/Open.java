// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

/**
 * How many cases are being handled now (在办), by light. A limit that ends within a day counts as over from the next day.
 *
 * @param overdue past the last day of their limit (红)
 * @param near due within the working days that count as near (黄)
 * @param onTime due later (绿)
 * @param paused their clock is stopped
 * @param unknown due in a year whose calendar is not loaded
 * @param none no limit runs: not accepted yet, decided, or without one
 */
public record Open(long overdue, long near, long onTime, long paused, long unknown, long none) {
    /** Nothing. */
    public static final Open NONE = new Open(0, 0, 0, 0, 0, 0);

    /** All of them. */
    public long total() {
        return overdue + near + onTime + paused + unknown + none;
    }
}
