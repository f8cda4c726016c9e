// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.sanban.api.data.Moments;

/**
 * What channels say later of messages they took. One that comes before its message is written down as sent is kept in a
 * table, and settled by the next look, on whatever node: a look begins after both were committed and sees both.
 */
final class Receipts {
    /**
     * So many are kept, the newest: a channel has one message under way, so a node waits for one receipt a channel; the others
     * are of what nobody here sent, and of these there is no end.
     */
    static final int MOST = 1_000;

    /** So long every look asks for each; older ones, which will hardly be known any more, are asked for as seldom as that. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private final MessageStore store;
    private final Settings settings;
    private final InstantSource clock;
    private Instant next = Instant.EPOCH;

    Receipts(MessageStore store, Settings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Settles the message that a receipt is about, or keeps the receipt while none is known; the first of several counts.
     *
     * @param reason why it did not arrive, where the channel says it
     * @return messages that did not arrive after all
     */
    List<MessageEntity> told(String channel, String reference, boolean arrived, String reason) {
        ReceiptEntity receipt = new ReceiptEntity();
        receipt.channel = channel;
        receipt.reference = reference;
        receipt.arrived = arrived;
        receipt.reason = arrived ? null : reason == null ? "the channel could not deliver it" : Outbox.cut(reason);
        receipt.keptAt = Moments.micros(clock.instant());
        if (!ReceiptEntity.isKept(reference)) {
            return List.of();
        }
        return store.in(em -> {
            Set<Long> known = MessageStore.referred(em, channel, reference);
            if (known.isEmpty()) {
                keep(em, receipt);
            }
            return settle(em, known, receipt);
        });
    }

    private static void keep(EntityManager em, ReceiptEntity receipt) {
        if (em.find(ReceiptEntity.class, receipt.key()) == null) {
            em.persist(receipt);
        }
    }

    /**
     * Settles kept receipts whose message is known by now, and forgets those that are too old or too many.
     *
     * @param failed is given each message that did not arrive after all
     */
    void look(Consumer<MessageEntity> failed) {
        Instant now = clock.instant();
        boolean all = !now.isBefore(next);
        List<ReceiptEntity> kept = store.kept(all ? Instant.EPOCH : now.minus(FRESH), MOST + 1);
        next = all ? now.plus(FRESH) : next;
        if (!kept.isEmpty()) {
            known(kept).forEach(receipt -> settle(receipt).forEach(failed));
            forget(kept, now);
        }
    }

    private List<ReceiptEntity> known(List<ReceiptEntity> kept) {
        return store.in(em -> kept.stream()
                .filter(one ->
                        !MessageStore.referred(em, one.channel, one.reference).isEmpty())
                .toList());
    }

    /** Whoever takes the row out settles the message. */
    private List<MessageEntity> settle(ReceiptEntity receipt) {
        return store.in(em -> {
            int taken = em.createQuery(
                            "delete from ReceiptEntity r where r.channel = :channel and r.reference = :reference")
                    .setParameter("channel", receipt.channel)
                    .setParameter("reference", receipt.reference)
                    .executeUpdate();
            return taken == 0
                    ? List.of()
                    : settle(em, MessageStore.referred(em, receipt.channel, receipt.reference), receipt);
        });
    }

    private List<MessageEntity> settle(EntityManager em, Set<Long> known, ReceiptEntity receipt) {
        List<MessageEntity> failed = new ArrayList<>();
        for (long id : known) {
            MessageEntity row = em.find(MessageEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row.state == State.SENT && isOfAll(em, row, receipt)) {
                Outbox.set(row, receipt.arrived ? State.ARRIVED : State.FAILED, receipt.reason, clock.instant());
                if (!receipt.arrived) {
                    failed.add(row);
                }
            }
        }
        return failed;
    }

    /** Whether it says what became of the whole message: that a part has arrived says so only when each other has. */
    private static boolean isOfAll(EntityManager em, MessageEntity row, ReceiptEntity receipt) {
        List<PartEntity> parts = MessageStore.parts(em, row.id);
        boolean open = false;
        for (PartEntity part : parts) {
            part.arrived |= part.reference.equals(receipt.reference);
            open |= !part.arrived;
        }
        if (receipt.arrived && open) {
            return false;
        }
        parts.forEach(em::remove);
        return true;
    }

    /** No message is tried longer than that: after a crash it may be sent again, and answered by the same reference. */
    private void forget(List<ReceiptEntity> kept, Instant now) {
        long old = Moments.micros(now.minus(settings.tries()));
        long until = kept.size() > MOST ? Math.max(old, kept.get(MOST).keptAt) : old;
        if (kept.get(kept.size() - 1).keptAt <= until) {
            store.in(em -> em.createQuery("delete from ReceiptEntity r where r.keptAt <= :until")
                    .setParameter("until", until)
                    .executeUpdate());
        }
    }
}
