// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the OVERDUE step of a stage once its limit is over, as {@code sanban:clock} and through the same door as everyone,
 * so that it stands in the journal and every listener hears of it. Nodes that share a database all watch; the case's
 * version lets one of them win.
 */
@Component(
        service = {},
        immediate = true)
public final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int PART = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CaseStore store;
    private final CaseService cases;
    private final CaseReader reader;
    private final Deadlines deadlines;

    /** Cases whose step was refused, each with when it is tried again; that a mode is away is no reason to hurry. */
    private final Map<Long, Instant> refused = new ConcurrentHashMap<>();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-alarms");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Alarms(
            @Reference CaseStore store,
            @Reference CaseService cases,
            @Reference CaseReader reader,
            @Reference Deadlines deadlines,
            @Reference CaseSettings settings) {
        this(store, cases, reader, deadlines);
        timer.scheduleWithFixedDelay(this::watch, settings.watch(), settings.watch(), TimeUnit.SECONDS);
    }

    Alarms(CaseStore store, CaseService cases, CaseReader reader, Deadlines deadlines) {
        this.store = store;
        this.cases = cases;
        this.reader = reader;
        this.deadlines = deadlines;
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    private void watch() {
        try {
            int done = look();
            if (done > 0) {
                LOG.debug("{} overdue stages were told upwards", done);
            }
        } catch (RuntimeException e) {
            LOG.warn("overdue stages could not be looked for, tried again: {}", e.toString());
            LOG.debug("overdue stages", e);
        }
    }

    /** Does what is due now; returns how many steps were done. */
    int look() {
        Instant now = deadlines.now();
        refused.values().removeIf(again -> !again.isAfter(now));
        CaseStore.CaseKey after = new CaseStore.CaseKey(Long.MIN_VALUE, 0);
        int done = 0;
        List<CaseEntity> part;
        do {
            part = store.alarmed(CaseList.micros(now), after, PART);
            for (CaseEntity row : part) {
                after = new CaseStore.CaseKey(row.alarmAt, row.id);
                done += !refused.containsKey(row.id) && escalate(row, now) ? 1 : 0;
            }
        } while (part.size() == PART);
        return done;
    }

    private boolean escalate(CaseEntity row, Instant now) {
        try {
            Step step = reader.file(row).overdue().orElseThrow();
            cases.act(row.number, Action.of(step.action(), row.version), Actor.system("clock", row.division));
            return true;
        } catch (RuntimeException e) {
            CaseEntity fresh = store.find(row.id);
            if (fresh.version != row.version) {
                LOG.debug("case {} went on meanwhile", row.number);
                return false;
            }
            refused.put(row.id, now.plus(PATIENCE));
            if (e instanceof Problem problem && problem.kind() == Problem.Kind.UNAVAILABLE) {
                LOG.debug(
                        "overdue case {} waits: {}",
                        row.number,
                        problem.detail().en());
            } else {
                LOG.warn("overdue case {}, stage {}, is tried again later: {}", row.number, row.stage, e.getMessage());
                LOG.debug("overdue case {}", row.number, e);
            }
            return false;
        }
    }
}
