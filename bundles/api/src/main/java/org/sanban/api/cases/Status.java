// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/** What a case's stage means for everyone, whatever the mode calls it. */
public enum Status {
    /** Being handled. */
    OPEN,
    /** Decided and handed over (办结并送达). */
    DONE,
    /** Not accepted (不予受理), with a reason. */
    REFUSED,
    /** Taken back by the applicant (撤回). */
    WITHDRAWN,
    /** Ended early for another reason (终止). */
    TERMINATED;

    /** Whether nothing more can happen to the case but filing. */
    public boolean ended() {
        return this != OPEN;
    }
}
