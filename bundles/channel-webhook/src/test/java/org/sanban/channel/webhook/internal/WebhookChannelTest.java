// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Backlog;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.test.ChannelAdapterContract;

class WebhookChannelTest extends ChannelAdapterContract {
    private final FakeJournal journal = new FakeJournal();

    @Override
    protected ChannelAdapter adapter(String base) {
        return new WebhookChannel(Configured.here(), journal);
    }

    /** It needs no setting; a wrong one is what can keep it from working. */
    @Override
    protected ChannelAdapter unconfigured() {
        return new WebhookChannel(new WebhookSettings(Configured.config(Map.of("most", 0))), journal);
    }

    @Test
    void itIsAsFarBehindAsTheSubscriptionThatIsFurthest() {
        ChannelAdapter channel = adapter(null);
        assertEquals(new Backlog(null, null), channel.backlog().orElseThrow());
        Instant since = Instant.now().minusSeconds(100);
        for (String listener : new String[] {"webhook-1", "webhook-2", "webhook-3", "messages"}) {
            journal.positions.put(listener, since);
            journal.registered.add(listener);
        }
        journal.error = "no answer";
        journal.waiting.put("messages", since.minusSeconds(100));
        journal.waiting.put("webhook-1", Instant.now());
        assertEquals(new Backlog(null, null), channel.backlog().orElseThrow(), "it is just being told");
        journal.waiting.put("webhook-2", since);
        journal.waiting.put("webhook-3", since.minusSeconds(1));
        assertEquals(
                new Backlog(since.minusSeconds(1), "no answer"),
                channel.backlog().orElseThrow());
        journal.registered.remove("webhook-3");
        assertEquals(
                new Backlog(since, "no answer"),
                channel.backlog().orElseThrow(),
                "one that is paused is not waited for");
    }
}
