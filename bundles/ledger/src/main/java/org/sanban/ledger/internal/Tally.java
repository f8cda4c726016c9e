// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

/**
 * Cases of a site in some months, summed from the journal as they came.
 *
 * @param submitted how many were submitted there
 * @param done how many were decided and handed over
 */
record Tally(long submitted, long done) {
    static final Tally NONE = new Tally(0, 0);

    Tally plus(Tally more) {
        return new Tally(submitted + more.submitted, done + more.done);
    }
}
