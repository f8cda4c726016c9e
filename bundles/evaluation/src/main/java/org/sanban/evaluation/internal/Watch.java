// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.ledger.AlarmSource;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for bad ratings whose limit is over: each is told once in its own history, and stands among the alarms of the
 * desk until it is answered. A last day that could not be told before its year's calendar was there is set once it is.
 * Nodes that share a database all look; the invitation is locked, so that one of them tells.
 */
@Component(service = AlarmSource.class, immediate = true)
public final class Watch implements AlarmSource {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Texts TEXTS = Texts.of(Watch.class);
    private static final int PART = 200;

    private final EvaluationStore store;
    private final Rectifications rectifications;
    private final Recorder recorder;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-evaluation");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Watch(
            @Reference EvaluationStore store,
            @Reference Rectifications rectifications,
            @Reference Terms terms,
            @Reference WorkCalendar calendar) {
        this(store, rectifications, new Recorder(terms, calendar), InstantSource.system());
        timer.scheduleWithFixedDelay(this::watch, terms.watch(), terms.watch(), TimeUnit.SECONDS);
    }

    Watch(EvaluationStore store, Rectifications rectifications, Recorder recorder, InstantSource clock) {
        this.store = store;
        this.rectifications = rectifications;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    private void watch() {
        try {
            int told = look();
            if (told > 0) {
                LOG.debug("{} late rectifications were told", told);
            }
        } catch (RuntimeException e) {
            LOG.warn("limits of rectifications could not be looked at, tried again: {}", e.toString());
            LOG.debug("limits", e);
        }
    }

    /** Tells what is late now; returns how many were told. */
    int look() {
        date();
        Instant now = clock.instant();
        LocalDate today = Moments.day(now);
        int told = 0;
        List<Long> part;
        do {
            part = store.untold(today, PART);
            for (long id : part) {
                told += tell(id, today, now) ? 1 : 0;
            }
        } while (part.size() == PART);
        return told;
    }

    private void date() {
        long after = 0;
        for (List<RectificationEntity> part = store.undated(after, PART);
                !part.isEmpty();
                part = store.undated(after, PART)) {
            for (RectificationEntity row : part) {
                after = row.id;
                if (recorder.last(row).isPresent()) {
                    date(row.id);
                }
            }
        }
    }

    private void date(long id) {
        store.in(ledger -> {
            InvitationEntity invitation = ledger.invitation(ledger.rating(id).invitation);
            recorder.due(ledger, invitation, ledger.rectification(id));
            return null;
        });
    }

    private boolean tell(long id, LocalDate today, Instant now) {
        return store.in(ledger -> {
            ledger.invitation(ledger.rating(id).invitation);
            RectificationEntity row = ledger.rectification(id);
            boolean late = row.lateFrom != null && !row.lateFrom.isAfter(today) && row.toldOn == null;
            if (late) {
                row.toldOn = today;
                ledger.step(row, Rectifications.ESCALATED, Actor.system("clock", row.division), null, now);
            }
            return late;
        });
    }

    @Override
    public List<Alarm> alarms(String division, int most, Actor actor) {
        return rectifications.list(division, null, true, false, new PageRequest(null, most), actor).items().stream()
                .map(one -> new Alarm(
                        one.rating().division(),
                        one.rating().site(),
                        one.assignee() == null
                                ? TEXTS.get("alarm.open", one.dueOn())
                                : TEXTS.get("alarm.assigned", one.dueOn(), one.assignee()),
                        one.dueOn(),
                        "rectifications/" + one.id()))
                .toList();
    }
}
