// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A {@link JournalListener} that takes several entries in one transaction, which under load costs a fraction of one
 * transaction for each. Registered as a {@link JournalListener}.
 */
@ConsumerType
public interface JournalBatchListener extends JournalListener {
    /**
     * Takes entries in order, all of them or none. Throw, and each is given by itself instead: {@link #on(JournalEntry,
     * org.sanban.api.cases.Case)} says what becomes of the one that fails.
     *
     * @param batch two or more
     */
    void on(List<Told> batch);
}
