// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.data.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the senders, each on a thread of its own, so that a channel that is slow or down delays no other; and looks
 * after messages whose time is over or that were not told another way yet, and receipts that came too early.
 */
@Component(
        service = {},
        immediate = true)
public final class PostOffice {
    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final long LOOK = Duration.ofSeconds(2).toMillis();
    private static final long STOP = Duration.ofSeconds(30).toMillis();
    private static final Duration WATCH = Duration.ofSeconds(10);
    private static final int BATCH = 100;

    private final MessageStore store;
    private final Settings settings;
    private final Channels channels;
    private final Enclosures enclosures;
    private final Outbox outbox;
    private final Fallback fallback;
    private final Addresses addresses;
    private final Leases leases;
    private final Receipts receipts;
    private final Map<String, Thread> senders = new HashMap<>();
    private final Alarm alarm = new Alarm();
    private final Runnable bell = this::ring;
    private final Thread keeper = new Thread(this::keep, "sanban-messages");
    private long rung;
    private boolean stopped;

    @Activate
    public PostOffice(
            @Reference MessageStore store,
            @Reference Settings settings,
            @Reference Channels channels,
            @Reference Enclosures enclosures,
            @Reference Outbox outbox,
            @Reference Fallback fallback,
            @Reference CaseService cases) {
        this.store = store;
        this.settings = settings;
        this.channels = channels;
        this.enclosures = enclosures;
        this.outbox = outbox;
        this.fallback = fallback;
        this.addresses = new Addresses(store, cases);
        this.leases = new Leases(store);
        this.receipts = new Receipts(store, settings, InstantSource.system());
        channels.whenWoken(bell);
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Waits for what is being sent; never interrupts, which embedded Derby takes badly. */
    @Deactivate
    void stop() throws InterruptedException {
        channels.asleep(bell);
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        long until = System.currentTimeMillis() + STOP;
        keeper.join(Math.max(1, until - System.currentTimeMillis()));
        for (Thread sender : senders.values()) {
            sender.join(Math.max(1, until - System.currentTimeMillis()));
        }
    }

    private synchronized void ring() {
        rung++;
        notifyAll();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Waits until something may have come, or a little. */
    private synchronized long rest(long heard) throws InterruptedException {
        if (!stopped && rung == heard) {
            wait(LOOK);
        }
        return rung;
    }

    /** Waits a little, whatever may have come. */
    private synchronized void rest() throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMillis(LOOK).toNanos();
        for (long left = LOOK; left > 0 && !stopped; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private void keep() {
        Instant watched = Instant.now();
        boolean timed = false;
        while (!isStopped()) {
            try {
                if (!timed) {
                    timetable();
                    timed = true;
                }
                for (String channel : channels.telling()) {
                    senders.computeIfAbsent(channel, this::sender);
                }
                receipts.look(fallback::next);
                expire();
                fallback.look();
                if (watched.plus(WATCH).isBefore(Instant.now())) {
                    watched = Instant.now();
                    leases.seen(channels.telling(), watched);
                    alarm.look(channels, watched);
                }
                // Not at every bell: what is too late by now may be a little later.
                rest();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError e) {
                failed("messages", e);
            }
        }
    }

    /** The settings are others, perhaps, than when the bundle stopped. */
    private void timetable() {
        int changed = new Timetable(store, settings).anew(Instant.now());
        if (changed > 0) {
            LOG.info("the times of {} messages were set anew", changed);
        }
    }

    /** What is too late, or waits for a channel that was removed, goes another way. */
    private void expire() {
        long now = Moments.micros(Instant.now());
        fail(store.expired(now, BATCH), "not sent in time");
        for (String channel : channels.removed()) {
            fail(store.due(channel, now, BATCH), "the channel was removed");
        }
    }

    private void fail(List<MessageEntity> rows, String reason) {
        for (MessageEntity row : rows) {
            if (!isStopped() && outbox.fail(row.id, State.WAITING, row.reason == null ? reason : null)) {
                fallback.next(row);
            }
        }
    }

    private Thread sender(String channel) {
        Sender sender = new Sender(
                channel,
                store,
                settings,
                channels,
                enclosures,
                addresses,
                outbox,
                fallback,
                leases,
                InstantSource.system());
        Thread thread = new Thread(() -> send(channel, sender), "sanban-messages-" + channel);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void send(String channel, Sender sender) {
        long heard = 0;
        while (!isStopped()) {
            try {
                if (!sender.work()) {
                    heard = rest(heard);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError e) {
                failed(channel, e);
            }
        }
        leases.give(channel);
    }

    private void failed(String what, Throwable e) {
        LOG.warn("{} stops for a while: {}", what, e.toString());
        LOG.debug("{}", what, e);
        try {
            rest();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
