// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Instant;

/**
 * Another system's wish to be told (订阅).
 *
 * @param id under which its position in the journal is kept, see {@link #listener()}
 * @param version grows with each change
 * @param state whether it is told
 * @param name what people read
 * @param url where events are sent to, as it was entered
 * @param filter which events
 * @param format how they are sent
 * @param secrets what they are signed with
 * @param account who made it
 * @param madeAt when
 * @param changedAt when it last changed
 */
record Subscription(
        long id,
        int version,
        State state,
        String name,
        String url,
        Filter filter,
        Format format,
        Secrets secrets,
        String account,
        Instant madeAt,
        Instant changedAt) {
    /** What the {@code listener.id} of each begins with. */
    static final String LISTENER = "webhook-";

    /** Whether a subscription is told. */
    public enum State {
        /** Told (启用). */
        ACTIVE,
        /** Paused by somebody (暂停). */
        PAUSED,
        /** Paused since its receiver has said that it is gone for good, 410 (接收方已停用). */
        GONE,
        /** Deleted; the row stays until every node has noticed. */
        ENDED
    }

    Target target() {
        return Target.of(url);
    }

    /** The {@code listener.id} under which the journal is delivered to it. */
    String listener() {
        return listener(id);
    }

    static String listener(long id) {
        return LISTENER + id;
    }
}
