// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivery to one listener: entries in the order of their lane, in this node's own never beyond its horizon, so that an
 * entry that commits late is not skipped. What fails is tried again after growing pauses and then parked, with all that follow it
 * in the same case, so that the order within a case holds.
 */
final class Courier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 200;
    private static final int TRIES = 5;
    private static final long FIRST_PAUSE = 200;
    private static final long IDLE = Duration.ofSeconds(30).toMillis();

    private final String id;
    private final JournalListener listener;
    private final JournalStore store;
    private final CaseStore cases;
    private final CaseReader reader;
    private final Supplier<Set<Integer>> lanes;
    private final Thread thread;
    private final AtomicReference<String> lastError = new AtomicReference<>();
    private volatile boolean stopped;
    /** Whether anything may be parked for the listener; known to the delivering thread alone. */
    private boolean anyParked;

    /** @param lanes those to deliver, this node's own among them; asked again and again */
    Courier(
            String id,
            JournalListener listener,
            JournalStore store,
            CaseStore cases,
            CaseReader reader,
            Supplier<Set<Integer>> lanes) {
        this.id = id;
        this.listener = listener;
        this.store = store;
        this.cases = cases;
        this.reader = reader;
        this.lanes = lanes;
        this.thread = new Thread(this, "sanban-deliver-" + id);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Stops after the entry that is being delivered; never by interrupting, which embedded Derby takes badly. */
    void stop() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        store.lane().wake();
    }

    boolean serves(JournalListener other) {
        return listener == other;
    }

    /** What the listener threw last, null when the last delivery went well. */
    String lastError() {
        return lastError.get();
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                deliver();
            } catch (RuntimeException e) {
                LOG.warn("delivery to {} stops for a while: {}", id, e.toString());
                LOG.debug("delivery to {}", id, e);
                pause(TRIES);
            }
        }
    }

    private void deliver() {
        Map<Integer, Long> positions = new HashMap<>();
        while (!stopped) {
            long horizon = store.lane().horizon();
            Set<Integer> now = lanes.get();
            positions.keySet().retainAll(now);
            boolean more = false;
            for (int lane : now) {
                long from = positions.computeIfAbsent(lane, this::position);
                List<JournalEntity> batch = store.journal(lane, from, horizon(lane, horizon), BATCH);
                positions.put(lane, deliver(lane, from, batch));
                more |= batch.size() == BATCH;
            }
            if (!more) {
                store.lane().await(horizon, IDLE, () -> stopped || !now.equals(lanes.get()));
            }
        }
    }

    /** How far a lane can be read: a silent node has no open transaction. */
    private long horizon(int lane, long own) {
        return Lane.of(own) == lane ? own : Lane.ceiling(lane);
    }

    private long position(int lane) {
        return store.positions().stream()
                .filter(p -> p.listener.equals(id) && p.lane == lane)
                .mapToLong(p -> p.position)
                .findFirst()
                .orElse(Lane.floor(lane));
    }

    /** Delivers a batch of a lane; returns the position that was reached, and saved. */
    private long deliver(int lane, long from, List<JournalEntity> batch) {
        long reached = from;
        // Most listeners have nothing parked, and are not asked entry by entry.
        anyParked = !batch.isEmpty() && !store.parked(id, 1).isEmpty();
        for (JournalEntity entry : batch) {
            if (stopped || !settled(entry)) {
                break;
            }
            reached = entry.id;
        }
        if (reached > from) {
            save(lane, reached);
        }
        return reached;
    }

    /** Delivers an entry or parks it; false when delivery was stopped before either. */
    private boolean settled(JournalEntity entry) {
        if (anyParked && store.isParked(id, entry.caseId)) {
            park(entry, "an earlier entry of the case is parked");
            return true;
        }
        for (int attempt = 1; ; attempt++) {
            String error = hand(entry);
            if (error == null) {
                return true;
            }
            if (attempt == TRIES) {
                LOG.warn("entry {} is parked for {}: {}", entry.id, id, error);
                park(entry, error);
                return true;
            }
            if (!pause(attempt)) {
                return false;
            }
        }
    }

    /** Hands over one entry; returns what went wrong, or null. */
    private String hand(JournalEntity entry) {
        CaseEntity row = cases.find(entry.caseId);
        try {
            listener.on(reader.entry(row, entry), reader.state(row));
            lastError.set(null);
            return null;
        } catch (RuntimeException | LinkageError e) {
            String error = e instanceof Problem problem ? problem.detail().en() : e.toString();
            lastError.set(error);
            LOG.debug("entry {} was refused by {}", entry.id, id, e);
            return error;
        }
    }

    /** Tries what is parked once more, in order; returns how many entries were taken up. */
    int resend() {
        int taken = 0;
        List<ParkedEntity> parked = store.parked(id, BATCH);
        while (!parked.isEmpty()) {
            for (ParkedEntity one : parked) {
                String error = hand(store.entry(one.entry));
                if (error != null) {
                    return taken;
                }
                store.unpark(id, one.entry);
                taken++;
            }
            parked = store.parked(id, BATCH);
        }
        return taken;
    }

    private void park(JournalEntity entry, String error) {
        ParkedEntity parked = new ParkedEntity();
        parked.listener = id;
        parked.entry = entry.id;
        parked.caseId = entry.caseId;
        parked.error = error.substring(0, Math.min(error.length(), 500));
        store.park(parked);
        anyParked = true;
    }

    private void save(int lane, long reached) {
        PositionEntity position = new PositionEntity();
        position.listener = id;
        position.lane = lane;
        position.position = reached;
        store.save(position);
    }

    /** Waits before the next try, longer each time and never quite the same; false when delivery is to stop. */
    private synchronized boolean pause(int attempt) {
        long longest = FIRST_PAUSE << (2 * (attempt - 1));
        long until = System.nanoTime()
                + Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2))
                        .toNanos();
        try {
            for (long left = until - System.nanoTime(); left > 0 && !stopped; left = until - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
        return !stopped;
    }
}
