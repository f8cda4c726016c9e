// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import javax.persistence.LockModeType;
import org.sanban.api.data.InList;
import org.sanban.api.data.Moments;

/** Of the nodes that share a database, one sends through a channel at a time. */
record Leases(MessageStore store, String owner) {
    /** Longer than a message may take to be delivered. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration SEEN = Duration.ofMinutes(1);

    Leases(MessageStore store) {
        this(store, UUID.randomUUID().toString());
    }

    /** Takes or keeps a channel for this node; false while another has it. */
    boolean take(String channel, Instant at) {
        long now = Moments.micros(at);
        return store.in(em -> {
            ChannelEntity row = em.find(ChannelEntity.class, channel, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                row = new ChannelEntity();
                row.channel = channel;
                row.seenAt = now;
                em.persist(row);
            }
            if (row.owner != null && !row.owner.equals(owner) && row.leaseTill > now) {
                return false;
            }
            // Written once a minute, not with each look.
            if (!owner.equals(row.owner)
                    || row.leaseTill - now < LEASE.dividedBy(2).toNanos() / 1000) {
                row.owner = owner;
                row.leaseTill = Moments.micros(at.plus(LEASE));
            }
            if (now - row.seenAt > SEEN.toNanos() / 1000) {
                row.seenAt = now;
            }
            return true;
        });
    }

    /** Notes that channels are installed, whether or not anything can be sent through them now. */
    void seen(Set<String> channels, Instant at) {
        long now = Moments.micros(at);
        if (!channels.isEmpty()) {
            store.in(em -> em.createQuery("update ChannelEntity c set c.seenAt = :now where c.channel in :channels"
                            + " and c.seenAt < :before")
                    .setParameter("now", now)
                    .setParameter("channels", InList.of(channels))
                    .setParameter("before", now - SEEN.toNanos() / 1000)
                    .executeUpdate());
        }
    }

    /** Lets others have it at once. */
    void give(String channel) {
        store.in(em -> {
            ChannelEntity row = em.find(ChannelEntity.class, channel, LockModeType.PESSIMISTIC_WRITE);
            if (row != null && owner.equals(row.owner)) {
                row.owner = null;
            }
            return null;
        });
    }

    /** Notes how the channel does; {@code error} is {@code null} when something went through. */
    void note(String channel, String error, Instant at) {
        store.in(em -> {
            ChannelEntity row = em.find(ChannelEntity.class, channel, LockModeType.PESSIMISTIC_WRITE);
            row.downSince =
                    error == null ? null : row.downSince == null ? Long.valueOf(Moments.micros(at)) : row.downSince;
            row.lastError = error == null || error.length() <= 500 ? error : error.substring(0, 500);
            return null;
        });
    }
}
