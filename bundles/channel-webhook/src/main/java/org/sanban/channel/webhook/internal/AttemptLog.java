// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what was last sent to each subscription. It is written now and then, in one go, so that sending an event costs
 * the database nothing; what was not written when the machine dies is lost, which loses no event.
 */
@Component(service = AttemptLog.class)
public final class AttemptLog {
    /** How many are kept of a subscription. */
    static final int KEPT = 50;

    private final WebhookStore store;
    private final Map<Long, Deque<Attempt>> unwritten = new HashMap<>();

    @Activate
    public AttemptLog(@Reference WebhookStore store) {
        this.store = store;
    }

    /** Notes an attempt, or one more try of it. */
    void note(Attempt attempt) {
        synchronized (unwritten) {
            Deque<Attempt> last = unwritten.computeIfAbsent(attempt.subscription(), id -> new ArrayDeque<>());
            if (last.peekLast() != attempt) {
                last.addLast(attempt);
            }
            if (last.size() > KEPT) {
                last.removeFirst();
            }
        }
    }

    /** Writes what was noted since. */
    void write() {
        List<Attempt> all = new ArrayList<>();
        synchronized (unwritten) {
            unwritten.values().forEach(all::addAll);
            unwritten.clear();
        }
        if (!all.isEmpty()) {
            store.write(all, KEPT);
        }
    }
}
