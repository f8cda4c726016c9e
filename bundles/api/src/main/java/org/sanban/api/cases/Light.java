// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/** How a case stands against its limit. */
public enum Light {
    /** No limit runs: not accepted yet, or the matter has none. */
    NONE,
    /** In time (绿). */
    ON_TIME,
    /** Due within the configured number of working days (黄). */
    NEAR,
    /** Past its limit (红). */
    OVERDUE,
    /** The clock is stopped. */
    PAUSED,
    /** The limit reaches into a year whose State Council calendar is not loaded: said, never guessed. */
    UNKNOWN
}
