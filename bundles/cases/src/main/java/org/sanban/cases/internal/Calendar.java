// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches for calendars that are dropped in, and then sets the due dates of running cases anew. */
@Component(
        service = {},
        immediate = true)
public final class Calendar {
    private static final Logger LOG = LoggerFactory.getLogger(Calendar.class);
    private static final int PART = 200;
    private static final long LOOK_SECONDS = 5;

    private final Deadlines deadlines;
    private final CaseStore store;
    private final CaseReader reader;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-calendar");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Calendar(@Reference Deadlines deadlines, @Reference CaseStore store, @Reference CaseReader reader) {
        this.deadlines = deadlines;
        this.store = store;
        this.reader = reader;
        timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    private void look() {
        try {
            if (deadlines.refresh()) {
                LOG.info("{} due dates were set anew", recount());
            }
        } catch (RuntimeException e) {
            LOG.warn("due dates could not be set anew: {}", e.toString());
            LOG.debug("due dates", e);
        }
    }

    /** Sets the stored due dates that no longer hold; returns how many. */
    int recount() {
        int changed = 0;
        CaseStore.CaseKey after = new CaseStore.CaseKey(0, 0);
        for (List<CaseEntity> part = store.running(after, PART); !part.isEmpty(); part = store.running(after, PART)) {
            CaseEntity last = part.get(part.size() - 1);
            after = new CaseStore.CaseKey(last.dueOn.toEpochDay(), last.id);
            for (CaseEntity row : part) {
                LocalDate dueOn = row.dueOn;
                Long dueAt = row.dueAt;
                Long alarmAt = row.alarmAt;
                deadlines.set(reader.file(row));
                if (!Objects.equals(dueOn, row.dueOn)
                        || !Objects.equals(dueAt, row.dueAt)
                        || !Objects.equals(alarmAt, row.alarmAt)) {
                    store.due(row);
                    changed++;
                }
            }
        }
        return changed;
    }
}
