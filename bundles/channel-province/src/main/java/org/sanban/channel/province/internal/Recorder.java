// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/**
 * Writes what happens to cases into the outbox, whether or not the province can be told now: what is wrong with the
 * configuration or with the other side never keeps the journal waiting.
 */
@Component(service = JournalListener.class, property = "listener.id=" + ProvinceChannel.ID)
public final class Recorder implements JournalListener {
    private final Outbox outbox;
    private final JournalService journal;

    @Activate
    public Recorder(@Reference Outbox outbox, @Reference JournalService journal) {
        this.outbox = outbox;
        this.journal = journal;
    }

    @Override
    public void on(JournalEntry entry, Case state) {
        List<Known> known = outbox.known(entry.number());
        List<NewRecord> records = new Chronicle(entry, state, known, () -> entries(entry)).records();
        if (!records.isEmpty()) {
            outbox.add(state.division(), records, known);
        }
    }

    private List<JournalEntry> entries(JournalEntry entry) {
        Actor platform = Actor.system(ProvinceChannel.ID, entry.division());
        List<JournalEntry> all = new ArrayList<>();
        Page<JournalEntry> page = journal.entries(entry.number(), new PageRequest(null, PageRequest.MAX), platform);
        all.addAll(page.items());
        while (page.next() != null) {
            page = journal.entries(entry.number(), new PageRequest(page.next(), PageRequest.MAX), platform);
            all.addAll(page.items());
        }
        return all;
    }
}
