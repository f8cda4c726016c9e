// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.ComponentFactory;
import org.osgi.service.component.ComponentInstance;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalService;
import org.sanban.api.problem.Problem;
import org.sanban.api.web.MetricSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one {@link Subscriber} for each active subscription, on every node: looks at the table now and then, since another
 * node may have changed it, and at once when this one has.
 */
@Component(
        service = {Switchboard.class, MetricSource.class},
        immediate = true)
public final class Switchboard implements MetricSource {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    private static final int STOP_SECONDS = 10;
    /** Longer than any node takes to notice that a subscription has ended. */
    private static final Duration NOTICED = Duration.ofMinutes(2);

    private final ComponentFactory<Subscriber> factory;
    private final WebhookStore store;
    private final AttemptLog log;
    private final JournalService journal;
    private final Map<Long, ComponentInstance<Subscriber>> running = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<Subscription.State, Long> counts = Map.of();

    @Activate
    public Switchboard(
            @Reference(target = "(component.factory=" + Subscriber.FACTORY + ")") ComponentFactory<Subscriber> factory,
            @Reference WebhookStore store,
            @Reference AttemptLog log,
            @Reference JournalService journal,
            @Reference WebhookSettings settings) {
        this(factory, store, log, journal);
        timer.scheduleWithFixedDelay(this::round, 0, settings.lookSeconds(), TimeUnit.SECONDS);
    }

    Switchboard(ComponentFactory<Subscriber> factory, WebhookStore store, AttemptLog log, JournalService journal) {
        this.factory = factory;
        this.store = store;
        this.log = log;
        this.journal = journal;
    }

    /** Lets a look that is under way end: Derby takes an interrupted thread for a broken connection. */
    @Deactivate
    void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a look at the subscriptions does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            running.values().forEach(ComponentInstance::dispose);
            running.clear();
        }
        write();
    }

    private void round() {
        try {
            look();
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn("subscriptions could not be looked at, tried again: {}", e.toString());
                LOG.debug("subscriptions", e);
            }
        }
        write();
    }

    private void write() {
        try {
            log.write();
        } catch (RuntimeException e) {
            LOG.debug("attempts are not kept", e);
        }
    }

    /** Makes what is told agree with the table; nothing once this has stopped. */
    synchronized void look() {
        if (timer.isShutdown()) {
            return;
        }
        List<Subscription> all = store.all();
        Map<Long, Subscription> active = all.stream()
                .filter(one -> one.state() == Subscription.State.ACTIVE)
                .collect(Collectors.toMap(Subscription::id, Function.identity()));
        running.entrySet().removeIf(entry -> {
            boolean over = !active.containsKey(entry.getKey());
            if (over) {
                entry.getValue().dispose();
            }
            return over;
        });
        active.values().forEach(this::tell);
        Instant before = Instant.now().minus(NOTICED);
        all.stream()
                .filter(one -> one.state() == Subscription.State.ENDED
                        && one.changedAt().isBefore(before))
                .forEach(one -> {
                    forget(one);
                    store.remove(one.id());
                });
        counts = all.stream().collect(Collectors.groupingBy(Subscription::state, Collectors.counting()));
    }

    private void tell(Subscription subscription) {
        ComponentInstance<Subscriber> there = running.get(subscription.id());
        if (there == null) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("listener.id", subscription.listener());
            properties.put(Subscriber.SUBSCRIPTION, subscription);
            running.put(subscription.id(), factory.newInstance(properties));
        } else if (there.getInstance().version() != subscription.version()) {
            there.getInstance().becomes(subscription);
        }
    }

    /** Has core forget where a subscription was, as far as it is told nothing any more. */
    void forget(Subscription ended) {
        try {
            journal.forget(
                    ended.listener(), Actor.system("webhook", ended.filter().division()));
        } catch (Problem e) {
            LOG.debug("{} is not forgotten yet: {}", ended.listener(), e.getMessage());
        }
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.stream(Subscription.State.values())
                .filter(state -> state != Subscription.State.ENDED)
                .map(state -> new Metric(
                        "sanban_webhook_subscriptions",
                        "Subscriptions by state; gone are those whose receiver has said so (410).",
                        false,
                        Map.of("state", state.name().toLowerCase(Locale.ROOT)),
                        counts.getOrDefault(state, 0L)))
                .toList();
    }
}
