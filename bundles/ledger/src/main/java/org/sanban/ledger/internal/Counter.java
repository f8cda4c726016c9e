// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.YearMonth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;

/**
 * Sums cases by site and month as the journal tells them (R22, R113, R114): what is asked of the sums costs no look at
 * cases. An entry that comes twice counts once.
 */
@Component(service = JournalListener.class, property = "listener.id=ledger")
public final class Counter implements JournalListener {
    private final TallyStore store;

    @Activate
    public Counter(@Reference TallyStore store) {
        this.store = store;
    }

    @Override
    public void on(JournalEntry entry, Case state) {
        YearMonth month = YearMonth.from(entry.at().atZone(Moments.ZONE));
        if (entry.kind() == JournalEntry.Kind.SUBMITTED) {
            store.submitted(entry.number(), state.site(), month);
        }
        if (entry.status() == Status.DONE) {
            store.done(entry.number(), state.site(), month);
        }
    }
}
