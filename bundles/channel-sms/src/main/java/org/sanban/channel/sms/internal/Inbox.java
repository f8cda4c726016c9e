// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.sanban.api.channel.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came in from the provider and is handed on to the platform by one thread: receipts (回执) and people who want no
 * more messages (退订). A receipt of one part waits a moment, since it may come before it is known what it is a part of.
 */
final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST = 10_000;
    private static final int TRIES = 6;

    private final MessageService messages;
    private final StopWords stopWords;
    private final long delay;
    private final Wholes wholes = new Wholes();
    private final PriorityQueue<Item> queue =
            new PriorityQueue<>(Comparator.comparingLong(item -> item.due() - ORIGIN));
    private final Thread thread = new Thread(this::run, "sanban-sms-inbox");
    private boolean closed;

    /** Differences to it do not overflow. */
    private static final long ORIGIN = System.nanoTime();

    private record Item(long due, int tries, Runnable task) {}

    Inbox(MessageService messages, StopWords stopWords, Duration delay) {
        this.messages = messages;
        this.stopWords = stopWords;
        this.delay = delay.toNanos();
        thread.setDaemon(true);
        thread.start();
    }

    /** Messages that went out in several parts. */
    Wholes wholes() {
        return wholes;
    }

    /**
     * What a provider says of a message, or of one part of it.
     *
     * @param reason why it did not arrive, {@code null} when it did
     * @return whether it was taken: not when too many wait
     */
    boolean receipt(String reference, String reason) {
        return put(() -> wholes.told(reference, reason).ifPresent(this::hand));
    }

    /**
     * What a provider says of a whole message: the platform has it when this returns. What it cannot take now waits here.
     *
     * @return as {@link #receipt}
     */
    boolean whole(String reference, String reason) {
        try {
            hand(new Wholes.Receipt(reference, reason));
            return true;
        } catch (RuntimeException e) {
            LOG.debug("Not handed on, once more later", e);
            return receipt(reference, reason);
        }
    }

    /** All parts of a message are with the provider: what was said of them meanwhile counts now. */
    void sealed(String reference) {
        put(() -> wholes.decided(reference).ifPresent(this::hand));
    }

    private void hand(Wholes.Receipt receipt) {
        messages.receipt(SmsChannel.ID, receipt.reference(), receipt.reason() == null, receipt.reason());
    }

    /** A reply; of no effect when it is no stop word. {@code false} when too many wait. */
    boolean reply(String phone, byte[] text) {
        return !stopWords.said(text) || stop(phone);
    }

    /** A reply as {@link #reply(String, byte[])}. */
    boolean reply(String phone, String text) {
        return !stopWords.said(text) || stop(phone);
    }

    private boolean stop(String phone) {
        return Phone.local(phone)
                .map(local -> put(() -> messages.unbind(SmsChannel.ID, local)))
                .orElse(true);
    }

    synchronized int waiting() {
        return queue.size();
    }

    private synchronized boolean put(Runnable task) {
        if (closed || queue.size() >= MOST) {
            return false;
        }
        queue.add(new Item(System.nanoTime() + delay, 1, task));
        notifyAll();
        return true;
    }

    private void run() {
        for (Item item = next(); item != null; item = next()) {
            try {
                item.task().run();
            } catch (RuntimeException e) {
                again(item, e);
            }
        }
    }

    /** The next that is due, at the end whatever is left, then {@code null}. */
    private synchronized Item next() {
        while (true) {
            Item first = queue.peek();
            if (first == null && closed) {
                return null;
            }
            long nanos = first == null ? Long.MAX_VALUE : first.due() - System.nanoTime();
            if (first != null && (closed || nanos <= 0)) {
                return queue.poll();
            }
            try {
                wait(first == null ? 0 : nanos / 1_000_000 + 1);
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private synchronized void again(Item item, RuntimeException why) {
        if (closed || item.tries() >= TRIES) {
            LOG.warn(
                    "What came in from the text message provider could not be handed on and is dropped: {}",
                    why.toString());
            return;
        }
        LOG.debug("Not handed on, once more later", why);
        queue.add(new Item(System.nanoTime() + (Math.max(delay, 1) << item.tries()), item.tries() + 1, item.task()));
    }

    /** Hands on what waits and ends the thread; never interrupts it, since it may be inside the database. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
