// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.JournalBatchListener;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.Told;
import org.sanban.ledger.internal.TallyStore.Happened;

/**
 * Sums cases by site and month as the journal tells them (R22, R113, R114): what is asked of the sums costs no look at
 * cases. An entry that comes twice counts once.
 */
@Component(service = JournalListener.class, property = "listener.id=ledger")
public final class Counter implements JournalBatchListener {
    private final TallyStore store;

    @Activate
    public Counter(@Reference TallyStore store) {
        this.store = store;
    }

    @Override
    public void on(List<Told> batch) {
        List<Happened> happened = new ArrayList<>();
        for (Told told : batch) {
            JournalEntry entry = told.entry();
            String site = told.state().site();
            YearMonth month = YearMonth.from(entry.at().atZone(Moments.ZONE));
            if (entry.kind() == JournalEntry.Kind.SUBMITTED) {
                happened.add(new Happened(entry.number(), site, month, CountedEntity.SUBMITTED));
            }
            if (entry.status() == Status.DONE) {
                happened.add(new Happened(entry.number(), site, month, CountedEntity.DONE));
            }
        }
        if (!happened.isEmpty()) {
            store.count(happened);
        }
    }
}
