// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.Answer;
import org.sanban.api.data.Moments;

/** What becomes of messages after they were tried. */
@Component(service = Outbox.class)
public final class Outbox {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Doublings after which a pause is the longest in any case. */
    private static final int DOUBLINGS = 10;

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final int REASON = 500;

    private final MessageStore store;
    private final InstantSource clock;

    @Activate
    public Outbox(@Reference MessageStore store) {
        this(store, InstantSource.system());
    }

    Outbox(MessageStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes what a channel answered.
     *
     * @param spent whether a consent is used up by sending
     * @return how far the message is now
     */
    State answered(long id, Answer answer, boolean spent) {
        return store.in(em -> {
            MessageEntity row = em.find(MessageEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            // Cancelled while it was on its way; that it went is said all the same.
            if (row.state == State.WAITING) {
                row.tries++;
                write(em, row, answer, spent);
            }
            return row.state;
        });
    }

    private void write(EntityManager em, MessageEntity row, Answer answer, boolean spent) {
        Instant now = clock.instant();
        switch (answer.outcome()) {
            case SENT -> {
                if (row.reason != null) {
                    endCall(em, row, now);
                }
                set(row, State.SENT, null, now);
                List<String> references = answer.references().stream()
                        .filter(ReceiptEntity::isKept)
                        .toList();
                row.reference = references.isEmpty() ? null : references.get(0);
                parts(em, row, references);
                if (spent) {
                    consents(em, row, -1);
                }
            }
            case REFUSED -> set(row, State.REFUSED, answer.reason(), now);
            case NO_CONSENT -> {
                set(row, State.REFUSED, answer.reason(), now);
                consents(em, row, Integer.MIN_VALUE);
            }
            case LATER -> postpone(row, answer, now.plus(pause(row.tries)));
            case NOT_YET -> postpone(row, answer, now.plus(rest(row.tries, answer)));
        }
    }

    private static void parts(EntityManager em, MessageEntity row, List<String> references) {
        for (String reference : references.size() > 1 ? references : List.<String>of()) {
            PartEntity part = new PartEntity();
            part.message = row.id;
            part.channel = row.channel;
            part.reference = reference;
            em.persist(part);
        }
    }

    private static void postpone(MessageEntity row, Answer answer, Instant until) {
        row.reason = cut(answer.reason());
        row.dueAt = Moments.micros(until);
    }

    /** What was sent again after all, nobody need call for. */
    private static void endCall(EntityManager em, MessageEntity row, Instant now) {
        MessageStore.of(em, row.number).stream()
                .filter(one -> one.occasion.equals(row.occasion) && one.state == State.CALL)
                .forEach(call -> set(call, State.CANCELLED, null, now));
    }

    /** It came to nothing: its time is over. */
    boolean fail(long id, State from, String reason) {
        return store.in(em -> {
            MessageEntity row = em.find(MessageEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row == null || row.state != from) {
                return false;
            }
            set(row, State.FAILED, reason == null ? row.reason : reason, clock.instant());
            return true;
        });
    }

    /** It waits until a moment. */
    void defer(long id, Instant until) {
        store.in(em -> {
            MessageEntity row = em.find(MessageEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row.state == State.WAITING) {
                row.dueAt = Moments.micros(until);
            }
            return null;
        });
    }

    private static void consents(EntityManager em, MessageEntity row, int change) {
        if (row.address == null || row.external == null) {
            return;
        }
        ConsentEntity consent = MessageStore.locked(em, row.channel, row.address, row.external);
        if (consent != null) {
            consent.remain = change == Integer.MIN_VALUE ? 0 : Math.max(0, consent.remain + change);
        }
    }

    /** Changes how far a message is; one that came to nothing is marked, so that what follows is not forgotten. */
    static void set(MessageEntity row, State state, String reason, Instant now) {
        row.state = state;
        row.reason = cut(reason);
        row.changedAt = Moments.micros(now);
        row.followAt = state.failed() ? Moments.micros(now.plus(Fallback.FIRST)) : null;
    }

    static String cut(String reason) {
        if (reason == null) {
            return null;
        }
        String kept = reason.replace("\0", "");
        return kept.length() <= REASON ? kept : kept.substring(0, REASON);
    }

    /** Longer each time and never quite the same. */
    static Duration pause(int tries) {
        long longest = Math.min(FIRST.toMillis() << Math.min(tries - 1, DOUBLINGS), LONGEST.toMillis());
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
    }

    /** How long to leave alone what says that it is to be: as it asks for, but longer each time up to a minute. */
    static Duration rest(int times, Answer answer) {
        Duration own = Duration.ofMillis(Math.min(pause(times).toMillis() / 4, LONGEST_REST.toMillis()));
        return answer.pause() == null || answer.pause().compareTo(own) < 0 ? own : answer.pause();
    }
}
