// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

/** What numbers are broken down by. */
public enum By {
    /** The divisions directly below. */
    DIVISION,
    /** The sites of the division and below. */
    SITE,
    /** The ways of being served. */
    MODE,
    /** The matters; over whole months. */
    MATTER,
    /** The lights: how cases ended, and how those stand that are open. */
    LIGHT
}
