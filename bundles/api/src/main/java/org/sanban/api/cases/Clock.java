// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/** What the limit's clock does while a case is in a stage. */
public enum Clock {
    /** Not yet started: before acceptance. */
    WAITING,
    /** Counting working days. */
    RUNNING,
    /** Stopped for a reason that does not count against the office: corrections, hearing, inspection. */
    PAUSED,
    /** Over. */
    ENDED
}
