// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.persistence.LockModeType;
import org.sanban.api.data.Moments;

/** The times of what waits, set anew by quiet hours, reminder and try hours that may have been others when it was made. */
record Timetable(MessageStore store, Settings settings) {
    /** What is due sooner goes out before anybody could notice a difference. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final int BATCH = 200;

    /** Sets the times that are others now; returns of how many messages. */
    int anew(Instant now) {
        int changed = 0;
        long after = 0;
        for (List<MessageEntity> batch = store.waiting(after, BATCH);
                !batch.isEmpty();
                batch = store.waiting(after, BATCH)) {
            for (MessageEntity row : batch) {
                after = row.id;
                changed += set(row, now) && setLocked(row.id, now) ? 1 : 0;
            }
        }
        return changed;
    }

    private boolean setLocked(long id, Instant now) {
        return store.in(em -> {
            MessageEntity row = em.find(MessageEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            return row.state == State.WAITING && set(row, now);
        });
    }

    private boolean set(MessageEntity row, Instant now) {
        long expires = row.expiresAt;
        long due = row.dueAt;
        Instant visit = Occasion.visitAt(row.occasion).orElse(null);
        if (visit == null) {
            row.expiresAt = Moments.micros(Moments.of(row.changedAt).plus(settings.tries()));
        }
        if (row.tries == 0 && due > Moments.micros(now.plus(SOON))) {
            Instant wished = visit == null ? now : settings.reminder(visit);
            Instant soonest = wished.isBefore(now) ? now : wished;
            row.dueAt = Moments.micros(settings.dueAt(soonest, Moments.of(row.expiresAt)));
        }
        return row.expiresAt != expires || row.dueAt != due;
    }
}
