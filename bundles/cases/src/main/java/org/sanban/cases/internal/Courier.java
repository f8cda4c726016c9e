// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.sanban.api.journal.JournalBatchListener;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.Told;
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivery to one listener: entries in the order of their lane, in this node's own never beyond its horizon, so that an
 * entry that commits late is not skipped. What fails is tried again after growing pauses and then parked, with all that
 * follow it in the same case, so that the order within a case holds. Where the listener says that it can take nothing
 * now, delivery as a whole waits. While much happens, what was written within {@link #PACE} is read and told together.
 */
final class Courier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 200;
    private static final int TRIES = 5;
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toMillis();
    /** After so many tries in vain an operator is told: some ten seconds. */
    private static final int TELL = 4;

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** From one reading to the next while entries come: nobody notices, and a reading costs many entries as much as one. */
    private static final Duration PACE = Duration.ofMillis(40);

    private final String id;
    private final JournalListener listener;
    private final JournalStore store;
    private final Tail tail;
    private final Shelf shelf;
    private final Supplier<Set<Integer>> lanes;
    private final Thread thread;
    private final AtomicReference<String> lastError = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile boolean moved;
    /** Whether anything may be parked for the listener; known to the delivering thread alone. */
    private boolean anyParked;

    private long lookedAt = System.nanoTime() - LOOK.toNanos() - 1;

    /** @param lanes those to deliver, this node's own among them; asked again and again */
    Courier(
            String id,
            JournalListener listener,
            JournalStore store,
            Tail tail,
            Shelf shelf,
            Supplier<Set<Integer>> lanes) {
        this.id = id;
        this.listener = listener;
        this.store = store;
        this.tail = tail;
        this.shelf = shelf;
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
        Bookmark bookmark = new Bookmark(id, store);
        try {
            while (!stopped) {
                deliver(bookmark);
            }
        } finally {
            bookmark.save();
        }
    }

    private void deliver(Bookmark bookmark) {
        if (moved) {
            moved = false;
            bookmark.forget();
        }
        long horizon = store.lane().horizon();
        long upTo = horizon;
        Set<Integer> now = lanes.get();
        boolean more = false;
        boolean any = false;
        for (int lane : now) {
            long from = bookmark.position(lane);
            Tail.Read read = tail.read(lane, from, horizon, BATCH);
            bookmark.reached(lane, deliver(from, read.entries()));
            more |= read.full();
            any |= !read.entries().isEmpty();
            upTo = Lane.of(horizon) == lane ? read.upTo() : upTo;
        }
        bookmark.saveNowAndThen();
        if (any && !more) {
            rest(beat());
        }
        if (!more
                && !store.lane().await(upTo, bookmark.rest(IDLE), () -> stopped || moved || !now.equals(lanes.get()))) {
            // Nothing new was written here; another node may have moved the listener.
            bookmark.save();
            bookmark.forget();
        }
    }

    /** Where the listener is has changed in the store. */
    void moved() {
        synchronized (this) {
            moved = true;
            notifyAll();
        }
        store.lane().wake();
    }

    /** The next moment of reading, the same for all listeners: the first of them reads for the others. */
    private static long beat() {
        long now = System.nanoTime();
        return now + PACE.toNanos() - Math.floorMod(now, PACE.toNanos());
    }

    /** Delivers a batch; returns the position that was reached. */
    private long deliver(long from, List<JournalEntity> batch) {
        long reached = from;
        lookForParked(batch.isEmpty());
        Map<Long, Shelf.Kept> ready = ready(batch);
        if (batch.size() > 1
                && ready.size() == batch.size()
                && !anyParked
                && listener instanceof JournalBatchListener many
                && taken(many, batch, ready)) {
            return batch.get(batch.size() - 1).id;
        }
        for (JournalEntity entry : batch) {
            if (stopped || moved || !settled(entry, ready.get(entry.id))) {
                break;
            }
            reached = entry.id;
        }
        return reached;
    }

    private Map<Long, Shelf.Kept> ready(List<JournalEntity> batch) {
        if (batch.isEmpty()) {
            shelf.tidy();
            return Map.of();
        }
        return shelf.of(batch);
    }

    /** Hands over a whole batch; false when the listener did not take it, and is given each entry by itself. */
    private boolean taken(JournalBatchListener many, List<JournalEntity> batch, Map<Long, Shelf.Kept> ready) {
        try {
            many.on(batch.stream()
                    .map(entry -> told(entry, ready.get(entry.id)))
                    .toList());
            lastError.set(null);
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("a batch was refused by {}", id, e);
            return false;
        }
    }

    /** Most listeners have nothing parked: they are looked at now and then, and not asked entry by entry. */
    private void lookForParked(boolean idle) {
        long now = System.nanoTime();
        if (!idle && (anyParked || now - lookedAt > LOOK.toNanos())) {
            lookedAt = now;
            anyParked = !store.parked(id, 1).isEmpty();
        }
    }

    /** Delivers an entry or parks it; false when delivery was stopped, or the listener moved, before either. */
    private boolean settled(JournalEntity entry, Shelf.Kept ready) {
        if (anyParked && store.isParked(id, entry.caseId)) {
            park(entry, "an earlier entry of the case is parked");
            return true;
        }
        boolean told = false;
        int attempt = 1;
        int held = 1;
        Refusal refusal = hand(entry, ready);
        while (refusal != null) {
            if (!refusal.passing() && attempt == TRIES) {
                LOG.warn("entry {} is parked for {}: {}", entry.id, id, refusal.why());
                park(entry, refusal.why());
                return true;
            }
            if (refusal.passing() && held == TELL) {
                LOG.warn("delivery to {} waits, nothing is lost: {}", id, refusal.why());
                told = true;
            }
            if (!pause(refusal.passing() ? held++ : attempt++) || moved) {
                return false;
            }
            refusal = hand(entry, null);
        }
        if (told) {
            LOG.info("delivery to {} goes on", id);
        }
        return true;
    }

    /**
     * Why a listener did not take an entry.
     *
     * @param passing whether it can take nothing at all now
     */
    private record Refusal(String why, boolean passing) {}

    private static final Refusal MOVED = new Refusal("the listener was moved", true);

    /**
     * Hands over one entry; returns what went wrong, or null.
     *
     * @param ready what there is to tell of it, null to read it
     */
    private Refusal hand(JournalEntity entry, Shelf.Kept ready) {
        try {
            Told told = told(entry, ready);
            if (moved) {
                return MOVED;
            }
            listener.on(told.entry(), told.state());
            lastError.set(null);
            return null;
        } catch (RuntimeException | LinkageError e) {
            Problem problem = e instanceof Problem one ? one : null;
            String error = problem == null ? e.toString() : problem.detail().en();
            lastError.set(error);
            LOG.debug("entry {} was refused by {}", entry.id, id, e);
            return new Refusal(error, problem != null && problem.kind() == Problem.Kind.UNAVAILABLE);
        }
    }

    private Told told(JournalEntity entry, Shelf.Kept ready) {
        return ready != null && shelf.isFresh(ready) ? ready.told() : shelf.now(entry);
    }

    /** Tries what is parked once more, in order; returns how many entries were taken up. */
    int resend() {
        int taken = 0;
        List<ParkedEntity> parked = store.parked(id, BATCH);
        while (!parked.isEmpty()) {
            for (ParkedEntity one : parked) {
                JournalEntity entry = store.entry(one.entry);
                if (hand(entry, null) != null) {
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

    /** Waits before the next try, longer each time and never quite the same; false when delivery is to stop. */
    private boolean pause(int attempt) {
        long longest = Math.min(FIRST_PAUSE << (2 * Math.min(attempt - 1, TRIES)), LONGEST_PAUSE);
        rest(System.nanoTime()
                + Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2))
                        .toNanos());
        return !stopped;
    }

    /** Waits until a moment of {@link System#nanoTime}, or until delivery is to stop or the listener moved. */
    private synchronized void rest(long until) {
        try {
            for (long left = until - System.nanoTime();
                    left > 0 && !stopped && !moved;
                    left = until - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
