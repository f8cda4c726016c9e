// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import org.osgi.annotation.versioning.ConsumerType;
import org.sanban.api.cases.Case;

/**
 * Told of every journal entry, in order per case, at least once; be idempotent. Registered with the service property
 * {@code listener.id}, under which its position is kept: a listener that was away catches up when it is back.
 */
@ConsumerType
public interface JournalListener {
    /**
     * Takes one entry. Throw to be given it again later, after a growing pause; an entry that keeps failing is parked,
     * where an operator sees and resends it, and the following ones of other cases go on.
     *
     * <p>Throw {@link org.sanban.api.problem.Problem#unavailable} when nothing at all can be taken now, because whoever it
     * is for is down: nothing is parked then, delivery waits, with pauses that grow to a minute, and goes on where it was,
     * in order. Operators are told within a minute.
     *
     * @param state the case as it is now, which may be later than the entry
     */
    void on(JournalEntry entry, Case state);
}
