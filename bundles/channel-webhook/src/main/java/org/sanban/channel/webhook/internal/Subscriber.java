// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one subscription what the journal has, made by the {@link Switchboard} for each that is active. Core keeps its
 * position, its order, its retries and what it refuses.
 */
@Component(service = JournalListener.class, factory = Subscriber.FACTORY)
public final class Subscriber implements JournalListener {
    static final String FACTORY = "org.sanban.channel.webhook";

    /** The {@link Subscription} it is made for. With a dot, so that it is no property of the service. */
    static final String SUBSCRIPTION = ".subscription";

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final Texts TEXTS = Texts.of(Subscriber.class);

    private final Sender sender;
    private final WebhookStore store;
    private final AttemptLog log;
    private final Line line;
    private volatile Subscription subscription;
    private Attempt attempt;
    private volatile long notBefore = System.nanoTime();

    @Activate
    public Subscriber(
            Map<String, Object> properties,
            @Reference Sender sender,
            @Reference WebhookStore store,
            @Reference AttemptLog log) {
        this.subscription = (Subscription) properties.get(SUBSCRIPTION);
        this.sender = sender;
        this.store = store;
        this.log = log;
        this.line = sender.line();
    }

    /** Ends a request that is under way; its event is not taken for delivered. */
    @Deactivate
    void stop() {
        line.close();
    }

    /** The subscription was changed: its receiver may be another one, which has asked for no patience. */
    void becomes(Subscription changed) {
        subscription = changed;
        notBefore = System.nanoTime();
    }

    /** Which version of its subscription it tells. */
    int version() {
        return subscription.version();
    }

    /** One at a time: an operator may have parked entries sent again meanwhile. */
    @Override
    public synchronized void on(JournalEntry entry, Case state) {
        Subscription to = subscription;
        if (!to.filter().takes(entry, state)) {
            return;
        }
        long left = notBefore - System.nanoTime();
        if (left > 0) {
            throw Problem.unavailable(
                    TEXTS.get("patience", to.name(), Duration.ofNanos(left).toSeconds() + 1));
        }
        settle(to, send(Events.of(entry, state, sender.source(entry.division())), to));
    }

    private Outcome send(CloudEvent event, Subscription to) {
        if (attempt == null || !attempt.of(event.getId())) {
            attempt = new Attempt(to.id(), event.getId(), event.getType());
        }
        Outcome outcome = sender.send(event, to, line);
        attempt.tried(outcome, Instant.now());
        log.note(attempt);
        return outcome;
    }

    private void settle(Subscription to, Outcome outcome) {
        switch (outcome.state()) {
            case LATER -> {
                if (outcome.patience() != null) {
                    notBefore = System.nanoTime() + outcome.patience().toNanos();
                }
                throw Problem.unavailable(outcome.why());
            }
            case REFUSED -> throw Problem.conflict(outcome.why());
            case GONE -> {
                pause(to);
                throw Problem.unavailable(outcome.why());
            }
            default -> attempt = null;
        }
    }

    private void pause(Subscription to) {
        store.change(to.id(), Instant.now(), row -> {
            if (row.state == Subscription.State.ACTIVE) {
                row.state = Subscription.State.GONE;
            }
        });
        // The switchboard takes this listener away with its next look.
        notBefore = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        LOG.warn(
                "{} ({}) is paused: its receiver says that it is gone (410); nothing is lost",
                to.listener(),
                to.name());
    }
}
