// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.function.Supplier;

/** Serials of case numbers out of blocks, so that taking one costs no shared row. */
final class Serials {
    private final Supplier<Block> reserve;
    private long next;
    private long end;

    Serials(Supplier<Block> reserve) {
        this.reserve = reserve;
    }

    /** The next serial; reserves a block when the last one is used up. */
    synchronized long next() {
        if (next == end) {
            Block block = reserve.get();
            next = block.from();
            end = block.to();
        }
        return next++;
    }

    /** Serials from the first up to, and without, the last. */
    record Block(long from, long to) {}
}
