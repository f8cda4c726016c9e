// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/**
 * How long something may take.
 *
 * @param amount 1 and up; 0 working days means that it ends with the day it starts on (当日, R87)
 * @param unit working days or hours
 * @param source the rule it comes from: a document's number, or who configured it
 */
public record Limit(int amount, Unit unit, String source) {
    /** The day it starts on does not count; it ends with the last day. Hours count on working days only. */
    public enum Unit {
        WORKING_DAYS,
        HOURS
    }
}
