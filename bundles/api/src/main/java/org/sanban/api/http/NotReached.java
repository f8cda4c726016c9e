// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.http;

import java.io.IOException;
import java.io.Serial;

/** Nothing that could be read came back. Whether the other side did what it was asked is not known. */
public final class NotReached extends IOException {
    /** Why not. */
    public enum Why {
        /** No connection, or one that broke. */
        UNREACHABLE,
        /** No answer in time, or one that did not end. */
        LATE,
        /** An answer longer than is taken. */
        TOO_LONG,
        /** Broken off here ({@link OtherSide#cancel}). */
        STOPPED
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;

    NotReached(Why why, String what) {
        super(what);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
