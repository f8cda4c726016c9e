// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.io.Serial;
import java.time.Duration;
import org.sanban.api.problem.Text;

/** The other side cannot be told anything now, or took nothing of what it was told at once. */
final class NotSent extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Duration wished;
    private final boolean content;

    private NotSent(String reason, Duration wished, boolean content) {
        super(reason, null, false, false);
        this.wished = wished;
        this.content = content;
    }

    /** It is down, overloaded, or not to be believed. */
    static NotSent down(Text reason, Duration wished) {
        return new NotSent(both(reason), wished, false);
    }

    /** It does not take the content: of several records, one may be to blame. */
    static NotSent refused(Text reason) {
        return new NotSent(both(reason), null, true);
    }

    /** It is kept with the record, for readers of either language. */
    private static String both(Text reason) {
        return reason.zh() + " / " + reason.en();
    }

    /** How long it wants to be left alone, {@code null} where it does not say. */
    Duration wished() {
        return wished;
    }

    /** Whether what was sent is to blame. */
    boolean content() {
        return content;
    }
}
