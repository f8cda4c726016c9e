// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.channel.Message;
import org.sanban.api.data.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for one channel, in order, as long as the channel takes it. When it does not, the channel is left
 * alone for a while, longer each time, and one message after the other is tried, so that one nobody can send holds up
 * no others. Where only the receiver has to be waited for, only that message waits.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int BATCH = 50;
    private final String channel;
    private final MessageStore store;
    private final Settings settings;
    private final Channels channels;
    private final Enclosures enclosures;
    private final Addresses addresses;
    private final Outbox outbox;
    private final Fallback fallback;
    private final Leases leases;
    private final InstantSource clock;

    private int failures;
    private Instant notBefore = Instant.EPOCH;

    Sender(
            String channel,
            MessageStore store,
            Settings settings,
            Channels channels,
            Enclosures enclosures,
            Addresses addresses,
            Outbox outbox,
            Fallback fallback,
            Leases leases,
            InstantSource clock) {
        this.channel = channel;
        this.store = store;
        this.settings = settings;
        this.channels = channels;
        this.enclosures = enclosures;
        this.addresses = addresses;
        this.outbox = outbox;
        this.fallback = fallback;
        this.leases = leases;
        this.clock = clock;
    }

    /** Sends what is due now; returns whether there may be more at once. */
    boolean work() {
        Instant now = clock.instant();
        ChannelAdapter adapter = channels.adapter(channel);
        if (adapter == null || adapter.fault().isPresent() || now.isBefore(notBefore) || !leases.take(channel, now)) {
            return false;
        }
        List<MessageEntity> batch = store.due(channel, Moments.micros(now), BATCH);
        for (MessageEntity row : batch) {
            if (channels.adapter(channel) != adapter || !send(adapter, row)) {
                return false;
            }
        }
        return batch.size() == BATCH;
    }

    /** Tries one message; false when the channel is to be left alone. */
    private boolean send(ChannelAdapter adapter, MessageEntity read) {
        Instant now = clock.instant();
        // A batch may take longer than a lease, and meanwhile a visit be moved.
        if (!leases.take(channel, now)) {
            return false;
        }
        MessageEntity row = store.in(em -> em.find(MessageEntity.class, read.id));
        if (row == null || row.state != State.WAITING) {
            return true;
        }
        Instant loud = settings.loud(now);
        if (loud.isAfter(now) && row.expiresAt > Moments.micros(loud)) {
            outbox.defer(row.id, loud);
            return true;
        }
        if (store.isBehind(row)) {
            outbox.defer(row.id, now.plus(Outbox.pause(1)));
            return true;
        }
        Answer answer = answer(adapter, row);
        State state = outbox.answered(row.id, answer, adapter.consentPerMessage());
        if (state.failed()) {
            fallback.next(row);
        }
        return switch (answer.outcome()) {
            case LATER -> rest(answer);
                // Says nothing of the channel.
            case NOT_YET -> true;
            case SENT, REFUSED, NO_CONSENT -> up();
        };
    }

    private boolean consented(ChannelAdapter adapter, MessageEntity row) {
        return !adapter.consentPerMessage() || addresses.consents(row) > 0;
    }

    private Answer answer(ChannelAdapter adapter, MessageEntity row) {
        Message message;
        try {
            String address = addresses.of(row);
            if (address == null) {
                return Answer.refused("the receiver wants nothing through this channel");
            }
            if (!consented(adapter, row)) {
                return Answer.noConsent("no consent is left");
            }
            message = message(row, address);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("message {} cannot be made", row.id, e);
            return Answer.notYet(e.toString(), null);
        }
        return deliver(adapter, message);
    }

    private Message message(MessageEntity row, String address) {
        Content content = enclosures.fill(Content.of(row.content), row.number);
        return new Message(
                "m" + row.id,
                address,
                row.external,
                content.values(),
                content.text(),
                content.link(),
                Locale.forLanguageTag(content.language()));
    }

    private Answer deliver(ChannelAdapter adapter, Message message) {
        try {
            return adapter.deliver(message);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("{} has thrown", channel, e);
            return Answer.later(e.toString(), null);
        }
    }

    private boolean up() {
        if (failures > 0) {
            leases.note(channel, null, clock.instant());
        }
        failures = 0;
        return true;
    }

    private boolean rest(Answer answer) {
        Instant now = clock.instant();
        failures++;
        leases.note(channel, answer.reason(), now);
        notBefore = now.plus(Outbox.rest(failures, answer));
        return false;
    }
}
