// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The journal positions of one node. A position is taken before its transaction begins and given back when that has
 * ended, however it ended; everything up to the {@link #horizon} is therefore settled, and a reader that stops there can
 * never skip an entry that commits late. Each node writes in a lane of its own (the upper bits of the position), so that
 * nodes need not agree on an order.
 */
final class Lane {
    private static final int BITS = 44;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final TreeSet<Long> open = new TreeSet<>();
    private long next;

    /** @param last the highest position of the lane that was ever committed, {@link #floor} where none was */
    Lane(long last) {
        this.next = last + 1;
    }

    /** What stands before the first position of a lane. */
    static long floor(int lane) {
        return (long) lane << BITS;
    }

    /** The highest position a lane can have. */
    static long ceiling(int lane) {
        return floor(lane + 1) - 1;
    }

    /** The lane a position lies in. */
    static int of(long position) {
        return (int) (position >>> BITS);
    }

    /** Takes the next position. */
    long begin() {
        lock.lock();
        try {
            long position = next++;
            open.add(position);
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a position back: its transaction has committed or rolled back. */
    void end(long position) {
        lock.lock();
        try {
            open.remove(position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The highest position up to which every transaction has ended. */
    long horizon() {
        lock.lock();
        try {
            return open.isEmpty() ? next - 1 : open.first() - 1;
        } finally {
            lock.unlock();
        }
    }

    /** Lets everyone who waits look again. */
    void wake() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the horizon lies beyond {@code position}, {@code stopped} says so, or for {@code millis}.
     *
     * @return whether the horizon lies beyond it
     */
    boolean await(long position, long millis, BooleanSupplier stopped) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (horizon() <= position && left > 0 && !stopped.getAsBoolean()) {
                left = moved.awaitNanos(left);
            }
            return horizon() > position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
