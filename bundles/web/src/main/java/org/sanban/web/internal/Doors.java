// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** Which addresses are served now, and which were a moment ago. */
@Component(service = Doors.class)
public final class Doors {
    private static final long GONE_NANOS = 30_000_000_000L;

    private final Map<String, Object> open = new ConcurrentHashMap<>();
    private final Map<String, Long> gone = new ConcurrentHashMap<>();

    /** How an address stands. */
    enum State {
        OPEN,
        /** Its bundle was taken away moments ago, perhaps to be replaced. */
        AWAY,
        UNKNOWN
    }

    /** Claims an address for a service; false when another one has it. */
    boolean claim(String address, Object service) {
        return open.putIfAbsent(address, service) == null;
    }

    /** Gives up an address, if the service has it. */
    void release(String address, Object service) {
        gone.put(address, System.nanoTime());
        open.remove(address, service);
    }

    /** Every open address with its service, in order. */
    Map<String, Object> open() {
        return new TreeMap<>(open);
    }

    /** How {@code path}, which may go on below an address, stands. */
    State state(String path) {
        int second = path.indexOf('/', 1);
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        String address = third < 0 ? path : path.substring(0, third);
        if (open.containsKey(address)) {
            return State.OPEN;
        }
        Long since = gone.get(address);
        return since != null && System.nanoTime() - since < GONE_NANOS ? State.AWAY : State.UNKNOWN;
    }
}
