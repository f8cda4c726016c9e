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
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the due dates of running cases anew when what they are set by changes: calendars that are dropped in, and the
 * closing time. What changed while the platform was away is noticed too, since the database says what they were set by.
 */
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
    private final NodeStore nodes;
    private final int node;
    private String basis;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-calendar");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Calendar(
            @Reference Deadlines deadlines,
            @Reference CaseStore store,
            @Reference CaseReader reader,
            @Reference NodeStore nodes,
            @Reference CaseSettings settings) {
        this(deadlines, store, reader, nodes, settings.node());
        // The first look comes late enough for steps that were begun under other settings to have ended.
        timer.scheduleWithFixedDelay(this::watch, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    Calendar(Deadlines deadlines, CaseStore store, CaseReader reader, NodeStore nodes, int node) {
        this.deadlines = deadlines;
        this.store = store;
        this.reader = reader;
        this.nodes = nodes;
        this.node = node;
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    private void watch() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("due dates could not be set anew, tried again: {}", e.toString());
            LOG.debug("due dates", e);
        }
    }

    /** Looks whether they are to be set anew; one that fails on the way is done again from its beginning. */
    void look() {
        deadlines.refresh();
        String now = deadlines.basis();
        if (now.equals(basis)) {
            return;
        }
        if (!nodes.isBasis(node, now)) {
            int changed = recount();
            if (changed > 0) {
                LOG.info("{} due dates were set anew", changed);
            }
            if (timer.isShutdown() || !nodes.setBasis(node, now)) {
                return;
            }
        }
        basis = now;
    }

    /** Sets the stored due dates that no longer hold; returns how many. */
    private int recount() {
        int changed = 0;
        CaseStore.CaseKey after = new CaseStore.CaseKey(0, 0);
        List<CaseEntity> part = store.running(after, PART);
        while (!part.isEmpty() && !timer.isShutdown()) {
            CaseEntity last = part.get(part.size() - 1);
            after = new CaseStore.CaseKey(last.dueOn.toEpochDay(), last.id);
            for (CaseEntity row : part) {
                changed += recount(row) ? 1 : 0;
            }
            part = store.running(after, PART);
        }
        return changed;
    }

    private boolean recount(CaseEntity row) {
        LocalDate dueOn = row.dueOn;
        Long dueAt = row.dueAt;
        Long alarmAt = row.alarmAt;
        try {
            deadlines.set(reader.file(row));
        } catch (Problem e) {
            LOG.warn("the due date of case {} stays as it is: {}", row.number, e.getMessage());
            return false;
        }
        boolean same = Objects.equals(dueOn, row.dueOn)
                && Objects.equals(dueAt, row.dueAt)
                && Objects.equals(alarmAt, row.alarmAt);
        if (!same) {
            store.due(row);
        }
        return !same;
    }
}
