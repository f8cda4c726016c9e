// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.sanban.api.cases.Case;

/**
 * A {@link JournalListener} that takes several entries in one transaction, which under load costs a fraction of one
 * transaction for each. Registered as a {@link JournalListener}.
 */
@ConsumerType
public interface JournalBatchListener extends JournalListener {
    /**
     * Takes entries in order, all of them or none. Throw, and each is given by itself instead: {@link
     * JournalListener#on} says what becomes of the one that fails.
     *
     * @param batch one or more
     */
    void on(List<Told> batch);

    /** Takes one entry as a batch of one. */
    @Override
    default void on(JournalEntry entry, Case state) {
        on(List.of(new Told(entry, state)));
    }
}
