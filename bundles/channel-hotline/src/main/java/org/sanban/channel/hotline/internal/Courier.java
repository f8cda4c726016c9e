// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.Backlog;
import org.sanban.api.data.Moments;
import org.sanban.channel.hotline.internal.HotlineStore.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the centre what was done with its orders, one step after the other in the order they were done. While the centre is
 * away all wait in the database; with several nodes one tells at a time. Without a centre it does nothing.
 */
@Component(service = Courier.class)
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long LONGEST_PAUSE = 3600;
    /** For what another node wrote, or had begun to tell when it ended. */
    private static final long LOOK_SECONDS = 5;

    private static final long LEASE_SECONDS = 30;
    private static final long JOIN_MILLIS = 20_000;

    private final HotlineStore store;
    private final Centre centre;
    private final Telling telling;
    private final String node = UUID.randomUUID().toString();
    private final Thread thread;
    private boolean stopped;
    private boolean poked;
    private long pause;
    private volatile String trouble;

    @Activate
    public Courier(@Reference HotlineStore store, @Reference HotlineSettings settings) {
        this.store = store;
        this.centre = settings.reached().orElse(null);
        this.telling = centre == null ? null : new Telling(centre);
        this.thread = centre == null ? null : new Thread(this::run, "sanban-hotline-courier");
        if (thread != null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Never interrupted: what is inside the database must end by itself. */
    @Deactivate
    void stop() throws InterruptedException {
        if (thread == null) {
            return;
        }
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        telling.close();
        thread.join(JOIN_MILLIS);
    }

    /** What waits for the centre, and why; empty where there is none to tell. */
    Optional<Backlog> backlog() {
        return centre == null
                ? Optional.empty()
                : Optional.of(new Backlog(
                        store.waiting()
                                .map(first -> Moments.of(first.step().doneAt))
                                .orElse(null),
                        trouble));
    }

    /** Something waits, perhaps. */
    synchronized void poke() {
        poked = true;
        notifyAll();
    }

    private void run() {
        while (!stopping()) {
            try {
                rest(round());
            } catch (RuntimeException e) {
                LOG.warn("the hotline's outbox cannot be read, it is tried again: {}", e.toString());
                LOG.debug("outbox", e);
                rest(failed(0));
            }
        }
        release();
    }

    private void release() {
        try {
            store.release(node);
        } catch (RuntimeException e) {
            // The database is gone before us, as when all stops: the lease ends by itself.
            LOG.debug("lease", e);
        }
    }

    private synchronized boolean stopping() {
        return stopped;
    }

    /** Tells one step; returns how many seconds to rest, 0 to go on. */
    private long round() {
        Optional<Waiting> first = store.waiting();
        Instant now = Instant.now();
        long lease = LEASE_SECONDS + 2 * centre.timeout().toSeconds();
        if (first.isEmpty() || !store.lease(node, now, now.plusSeconds(lease))) {
            return LOOK_SECONDS;
        }
        // Another node may have told it between the look and the lease.
        Optional<Waiting> waiting = store.waiting();
        return waiting.isEmpty() ? LOOK_SECONDS : tell(waiting.get(), now);
    }

    private long tell(Waiting waiting, Instant now) {
        Telling.Said said = telling.tell(waiting, now);
        switch (said.outcome()) {
            case SENT -> store.sent(waiting, Instant.now());
            case REFUSED -> {
                store.refused(waiting, said.reason());
                LOG.warn(
                        "the centre refuses order {}: {}; see sanban:hotline-list --refused",
                        waiting.order().id,
                        said.reason());
            }
            default -> {
                return away(said);
            }
        }
        if (pause > 0) {
            LOG.info("the centre {} is reached again", centre.url().getHost());
            pause = 0;
            trouble = null;
        }
        return 0;
    }

    private long away(Telling.Said said) {
        if (pause == 0) {
            LOG.warn(
                    "the centre {} is not reached, orders wait: {}",
                    centre.url().getHost(),
                    said.reason());
        }
        trouble = said.reason();
        return failed(said.pause());
    }

    /** Twice as long each time, or as long as the centre asks for. */
    private long failed(long asked) {
        pause = pause == 0 ? centre.retry().toSeconds() : Math.min(LONGEST_PAUSE, pause * 2);
        return asked > 0 ? Math.min(LONGEST_PAUSE, asked) : pause;
    }

    /** While the centre is to be left alone, nothing new wakes it. */
    private synchronized void rest(long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            for (long left = end - System.nanoTime();
                    left > 0 && !stopped && !(poked && pause == 0);
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
        poked = false;
    }
}
