// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** How far a record is. */
public enum State {
    /** To be sent (待发送). */
    WAITING,
    /** Waits behind a record of the same case that is parked (暂缓). */
    HELD,
    /** Acknowledged by the other side (已确认). */
    SENT,
    /** Refused for good, until somebody resends it (搁置). */
    PARKED;

    private static final Texts TEXTS = Texts.of(State.class);

    Text label() {
        return TEXTS.get("state." + name());
    }
}
