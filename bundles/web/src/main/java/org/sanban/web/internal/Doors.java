// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Which addresses are served now, which were a moment ago, and how many requests are inside each. */
@Component(service = Doors.class)
public final class Doors {
    private static final long GONE_NANOS = 30_000_000_000L;
    /** Long enough for a bundle to be replaced; a caller hardly notices. */
    private static final Duration HOLD = Duration.ofSeconds(2);
    /** Each held request keeps a thread of the web server, which has others to serve. */
    private static final int MOST_HELD = 32;

    private final Map<String, Door> doors = new ConcurrentHashMap<>();

    /** How an address stands. */
    enum State {
        OPEN,
        /** Its bundle was taken away moments ago, perhaps to be replaced. */
        AWAY,
        UNKNOWN
    }

    /** An address that was ever served; guarded by itself. */
    private static final class Door {
        private Object service;
        private long closedAt;
        private int inside;
        private int held;
    }

    /** Opens an address. */
    void open(String address, Object service) {
        Door door = doors.computeIfAbsent(address, a -> new Door());
        synchronized (door) {
            door.service = service;
            door.notifyAll();
        }
    }

    /**
     * Closes an address and waits until the requests inside have ended, so that what they use is not taken from under
     * them.
     *
     * @return whether all have ended within {@code patience}
     */
    boolean close(String address, Duration patience) {
        Door door = doors.get(address);
        synchronized (door) {
            door.service = null;
            door.closedAt = System.nanoTime();
            long deadline = door.closedAt + patience.toNanos();
            while (door.inside > 0 && await(door, deadline)) {
                // one more has left
            }
            return door.inside == 0;
        }
    }

    /** Every open address with its service, in order. */
    Map<String, Object> open() {
        Map<String, Object> open = new TreeMap<>();
        doors.forEach((address, door) -> {
            synchronized (door) {
                if (door.service != null) {
                    open.put(address, door.service);
                }
            }
        });
        return open;
    }

    /**
     * Lets a request in to {@code path}, which may go on below an address. One that comes while the address is away is held
     * for a moment. Whoever was let in ({@link State#OPEN}) must {@link #leave}.
     */
    State enter(String path) {
        Door door = doors.get(address(path));
        if (door == null) {
            return State.UNKNOWN;
        }
        synchronized (door) {
            if (door.service == null) {
                if (System.nanoTime() - door.closedAt >= GONE_NANOS) {
                    return State.UNKNOWN;
                }
                if (!cameBack(door)) {
                    return State.AWAY;
                }
            }
            door.inside++;
            return State.OPEN;
        }
    }

    /** Lets a request out that was let in. */
    void leave(String path) {
        Door door = doors.get(address(path));
        synchronized (door) {
            door.inside--;
            door.notifyAll();
        }
    }

    private static boolean cameBack(Door door) {
        if (door.held >= MOST_HELD) {
            return false;
        }
        door.held++;
        try {
            long deadline = System.nanoTime() + HOLD.toNanos();
            while (door.service == null && await(door, deadline)) {
                // something changed, perhaps this
            }
            return door.service != null;
        } finally {
            door.held--;
        }
    }

    /** Waits for a change; false when the deadline has passed. */
    private static boolean await(Door door, long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(door, left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The first segment of the path where that is an address by itself, the first two otherwise. */
    private String address(String path) {
        int second = path.indexOf('/', 1);
        if (second > 0 && doors.containsKey(path.substring(0, second))) {
            return path.substring(0, second);
        }
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        return third < 0 ? path : path.substring(0, third);
    }
}
