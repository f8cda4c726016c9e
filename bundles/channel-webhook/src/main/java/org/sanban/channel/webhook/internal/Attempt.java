// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Instant;
import org.sanban.api.data.Moments;
import org.sanban.api.problem.Text;

/** An event on its way to a receiver, as often as it was tried. */
final class Attempt {
    private static final int LONGEST = 500;

    private final long subscription;
    private final String event;
    private final String type;
    private long row;
    private int tries;
    private Instant at;
    private Outcome outcome;

    Attempt(long subscription, String event, String type) {
        this.subscription = subscription;
        this.event = event;
        this.type = type;
    }

    synchronized void tried(Outcome last, Instant now) {
        tries++;
        at = now;
        outcome = last;
    }

    boolean of(String other) {
        return event.equals(other);
    }

    long subscription() {
        return subscription;
    }

    /** Its row, an old one when it was written before. */
    synchronized AttemptEntity entity() {
        AttemptEntity entity = new AttemptEntity();
        entity.id = row;
        entity.subscription = subscription;
        entity.event = event;
        entity.type = type;
        entity.state = outcome.state();
        entity.status = outcome.status();
        entity.tries = tries;
        entity.millis = outcome.millis();
        entity.triedAt = Moments.micros(at);
        Text why = outcome.why();
        entity.whyZh = why == null ? null : shortened(why.zh());
        entity.whyEn = why == null ? null : shortened(why.en());
        return entity;
    }

    synchronized void written(long id) {
        row = id;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
