// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.journal.CourseService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.statistics.Rebuild;
import org.sanban.statistics.internal.CaseFacts.Held;
import org.sanban.statistics.internal.CaseFacts.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what has changed, many changes at once, on one thread; and counts anew when asked. On several nodes one counts at
 * a time, and none but the one that counts anew while one does. Small portions: Derby makes readers wait for them.
 */
@Component(service = Bookkeeper.class, immediate = true)
public final class Bookkeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);
    private static final Texts TEXTS = Texts.of(Bookkeeper.class);
    private static final int PORTION = 100;
    private static final long PAUSE_MILLIS = 400;
    private static final long TURN_MILLIS = 2_000;
    private static final Rebuild NEVER = new Rebuild(Rebuild.State.NONE, null, null, 0, 0, 0, 0, null);

    private final Ledger ledger;
    private final CourseService courses;
    private final String me = UUID.randomUUID().toString();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-statistics");
        thread.setDaemon(true);
        return thread;
    });

    /** What is counted anew by the worker, null while nothing is. */
    private Recount recount;

    private volatile boolean stopped;
    private Rebuild last = NEVER;

    @Activate
    public Bookkeeper(@Reference Ledger ledger, @Reference CourseService courses) {
        this(ledger, courses, PAUSE_MILLIS);
    }

    Bookkeeper(Ledger ledger, CourseService courses, long pauseMillis) {
        this.ledger = ledger;
        this.courses = courses;
        worker.scheduleWithFixedDelay(this::work, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    /** Ends after the portion that is being counted; never by interrupting, which embedded Derby takes badly. */
    @Deactivate
    void stop() {
        stopped = true;
        worker.shutdown();
    }

    /**
     * Starts counting anew, or joins what runs.
     *
     * @throws Problem conflict, when another node counts anew
     */
    Rebuild rebuild() {
        synchronized (this) {
            if (last.state() == Rebuild.State.RUNNING) {
                return last;
            }
            Recount asked = new Recount(me, courses, ledger);
            if (!asked.begin()) {
                throw Problem.conflict(TEXTS.get("rebuild.other"));
            }
            last = asked.running();
            worker.execute(() -> run(asked));
            return last;
        }
    }

    /** How counting anew stands: once it has ended, or after a while. */
    synchronized Rebuild rebuilding(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis();
                    last.state() == Rebuild.State.RUNNING && left > 0;
                    left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    private synchronized void tell(Rebuild now) {
        last = now;
        if (now.state() != Rebuild.State.RUNNING) {
            notifyAll();
        }
    }

    private void work() {
        try {
            count();
            if (abandoned()) {
                LOG.info("counting anew was broken off and begins again");
                rebuild();
            }
        } catch (RuntimeException e) {
            LOG.warn("statistics wait for a while: {}", e.toString());
            LOG.debug("statistics", e);
        }
    }

    private boolean abandoned() {
        return !stopped
                && ledger.transactions()
                        .in(connection -> State.read(connection).abandoned(me, System.currentTimeMillis()));
    }

    private void run(Recount asked) {
        recount = asked;
        long told = System.nanoTime();
        try {
            while (!stopped && recount.step()) {
                if (System.nanoTime() - told > PAUSE_MILLIS * 1_000_000) {
                    told = System.nanoTime();
                    tell(recount.running());
                    count();
                }
            }
            if (stopped) {
                leave();
                tell(recount.failed("stopped"));
                return;
            }
            Rebuild done = recount.end();
            LOG.info("{} cases with {} entries were counted anew", done.cases(), done.entries());
            tell(done);
        } catch (RuntimeException e) {
            LOG.warn("counting anew failed, the numbers stay as they were: {}", e.toString());
            LOG.debug("counting anew", e);
            give();
            tell(recount.failed(e instanceof Problem problem ? problem.detail().en() : e.toString()));
        } finally {
            recount = null;
        }
    }

    /** Counts what waits, for a while: where it comes faster than it is counted, other work has its turn. */
    private void count() {
        long until = System.nanoTime() + TURN_MILLIS * 1_000_000;
        boolean more = true;
        while (more && !stopped && System.nanoTime() < until) {
            more = portion() == PORTION;
        }
    }

    /** Counts some of what waits; returns how much it was. */
    int portion() {
        List<Held> counted = new ArrayList<>();
        int size = ledger.transactions().in(connection -> {
            counted.clear();
            List<Waiting> waiting = CaseFacts.waiting(connection, PORTION);
            if (waiting.isEmpty()) {
                return 0;
            }
            State state = State.take(connection);
            if (state.taken(me, System.currentTimeMillis())) {
                return 0;
            }
            // Read again: another node may have counted them while the state was not taken yet.
            waiting = CaseFacts.waiting(connection, PORTION);
            Map<Long, Held> held = CaseFacts.read(
                    connection, waiting.stream().map(Waiting::id).distinct().toList());
            Tally tally = new Tally();
            for (Held one : held.values()) {
                tally.add(one.fact(), one.counted(), -1);
                tally.add(one.fact(), one.fact().now(), 1);
            }
            state.numbers().add(connection, tally);
            CaseFacts.counted(connection, held.values().stream().map(Held::fact).toList());
            CaseFacts.done(connection, waiting);
            counted.addAll(held.values());
            return waiting.size();
        });
        if (recount != null) {
            counted.forEach(one -> recount.follow(one.fact(), one.counted()));
        }
        return size;
    }

    /** Whoever comes first begins again. */
    private void leave() {
        ledger.transactions().in(connection -> {
            State state = State.take(connection);
            if (state.builtBy(me)) {
                state.left().write(connection);
            }
            return null;
        });
    }

    private void give() {
        try {
            ledger.transactions().in(connection -> {
                State state = State.take(connection);
                if (state.builtBy(me)) {
                    state.given().write(connection);
                }
                return null;
            });
        } catch (RuntimeException e) {
            LOG.debug("the claim on counting anew runs out by itself", e);
        }
    }
}
