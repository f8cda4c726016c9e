// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

/** How far an order is. */
public enum State {
    /** Waits for somebody to be named (待派单). */
    RECEIVED,
    /** Somebody is to answer it (办理中). */
    ASSIGNED,
    /** Answered; the call back follows (已答复，待回访). */
    ANSWERED,
    /** The caller was called back (已回访). */
    CALLED_BACK,
    /** Done (已办结). */
    CLOSED,
    /** Given back as assigned to the wrong place (已退回). */
    RETURNED;

    /** Whether an answer is still owed. */
    public boolean open() {
        return this == RECEIVED || this == ASSIGNED;
    }
}
