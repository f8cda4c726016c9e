// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.sanban.api.problem.Text;

/** How far a message is. */
public enum State {
    /** Made, not sent yet. */
    WAITING(new Text("待发送", "waiting")),
    /** Taken by the channel. */
    SENT(new Text("已发送", "sent")),
    /** It arrived, the channel says. */
    ARRIVED(new Text("已送达", "arrived")),
    /** The channel will never take it, or the receiver has not agreed. */
    REFUSED(new Text("被拒绝", "refused")),
    /** It came to nothing in time. */
    FAILED(new Text("发送失败", "failed")),
    /** It no longer matters: the visit was moved, the case has ended. */
    CANCELLED(new Text("已取消", "cancelled")),
    /** Reached by nothing: a person has to call. */
    CALL(new Text("待电话告知", "to be called")),
    /** A person has called. */
    CALLED(new Text("已电话告知", "called"));

    private final Text label;

    State(Text label) {
        this.label = label;
    }

    /** Whether somebody was told, as far as is known. */
    boolean reached() {
        return this == SENT || this == ARRIVED || this == CALLED;
    }

    /** Whether it is to be told another way. */
    boolean failed() {
        return this == REFUSED || this == FAILED;
    }

    /** What people read. */
    Text label() {
        return label;
    }
}
