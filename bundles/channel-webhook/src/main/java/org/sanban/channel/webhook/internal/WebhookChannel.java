// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Backlog;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalService;
import org.sanban.api.journal.JournalService.Delivery;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Subscriptions as one channel, for whoever looks which of them is down: as far behind as the one that is furthest. */
@Component(service = ChannelAdapter.class, property = "channel.id=webhook")
public final class WebhookChannel implements ChannelAdapter {
    private static final Texts TEXTS = Texts.of(WebhookChannel.class);
    /** What has waited for less is on its way. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final WebhookSettings settings;
    private final JournalService journal;

    @Activate
    public WebhookChannel(@Reference WebhookSettings settings, @Reference JournalService journal) {
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public Text name() {
        return TEXTS.get("channel");
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.FORWARD);
    }

    @Override
    public Optional<Text> fault() {
        return settings.fault();
    }

    /** Those that are paused wait for nobody's sake. */
    @Override
    public Optional<Backlog> backlog() {
        Instant before = Instant.now().minus(UNDER_WAY);
        return Optional.of(journal.deliveries(Actor.system("webhook", "")).stream()
                .filter(one -> one.listener().startsWith(Subscription.LISTENER) && one.present() && one.waiting())
                .filter(one -> one.since().isBefore(before))
                .min(Comparator.comparing(Delivery::since))
                .map(one -> new Backlog(one.since(), one.lastError()))
                .orElse(new Backlog(null, null)));
    }
}
