// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import org.sanban.matters.internal.file.Rows;

/** A table of which the next line can be looked at before it is taken. */
final class Peeked implements Rows {
    private final Rows rows;
    private Row next;

    Peeked(Rows rows) {
        this.rows = rows;
    }

    /** The next line, which stays the next; {@code null} after the last. */
    Row peek() {
        if (next == null) {
            next = rows.next();
        }
        return next;
    }

    @Override
    public Row next() {
        Row row = peek();
        next = null;
        return row;
    }

    @Override
    public void close() {
        rows.close();
    }
}
