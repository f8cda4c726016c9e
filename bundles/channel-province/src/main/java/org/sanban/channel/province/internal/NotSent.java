// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.io.Serial;
import java.time.Duration;

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
    static NotSent down(String reason, Duration wished) {
        return new NotSent(reason, wished, false);
    }

    /** It does not take the content: of several records, one may be to blame. */
    static NotSent refused(String reason) {
        return new NotSent(reason, null, true);
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
