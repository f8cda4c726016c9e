// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.data.Moments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that are installed, and how each does. */
@Component(service = Channels.class)
public final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    /** A channel that is away so long is being updated; longer, and it was removed. */
    private static final Duration AWAY = Duration.ofMinutes(10);

    /** So long after a start a channel may still come that was there before. */
    private static final Duration STARTING = Duration.ofMinutes(3);

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final MessageStore store;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile long lookedAt = System.nanoTime() - FRESH - 1;
    private final Map<String, ChannelAdapter> adapters = new ConcurrentHashMap<>();
    private final Map<String, Boolean> consents = new ConcurrentHashMap<>();
    private final Map<String, Instant> left = new ConcurrentHashMap<>();
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;
    private final Instant started;

    @Activate
    public Channels(@Reference MessageStore store) {
        this(store, InstantSource.system());
    }

    Channels(MessageStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Takes up a channel. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ChannelAdapter adapter, Map<String, Object> properties) {
        String id = id(properties);
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            LOG.error("{} is no channel: its service property channel.id is {}", adapter.getClass(), id);
            return;
        }
        adapters.put(id, adapter);
        consents.put(id, adapter.consentPerMessage());
        wake();
    }

    /** Lets it go. */
    public void remove(ChannelAdapter adapter, Map<String, Object> properties) {
        if (adapters.remove(id(properties), adapter)) {
            left.put(id(properties), clock.instant());
        }
        wake();
    }

    private static String id(Map<String, Object> properties) {
        return String.valueOf(properties.get("channel.id"));
    }

    @Deactivate
    void stop() {
        wake();
    }

    /** The adapter of a channel, {@code null} while it is not installed. */
    ChannelAdapter adapter(String channel) {
        return adapters.get(channel);
    }

    /** Channels that tell people something, installed now. */
    Set<String> telling() {
        Set<String> telling = new TreeSet<>();
        adapters.forEach((id, adapter) -> {
            if (adapter.abilities().contains(Ability.NOTIFY)) {
                telling.add(id);
            }
        });
        return telling;
    }

    /** Whether messages may be made for a channel: it is installed and set up, or was until shortly. */
    boolean reachable(String channel) {
        ChannelAdapter adapter = adapters.get(channel);
        if (adapter != null) {
            return adapter.abilities().contains(Ability.NOTIFY)
                    && adapter.fault().isEmpty();
        }
        Long seenAt = seen.get(channel);
        Instant now = clock.instant();
        return seenAt != null && (isAway(channel, seenAt, now) || started.isAfter(now.minus(STARTING)));
    }

    /** Whether it was here a moment ago, at this node or another. */
    private boolean isAway(String channel, long seenAt, Instant now) {
        Instant since = now.minus(AWAY);
        return seenAt > Moments.micros(since)
                || left.getOrDefault(channel, Instant.MIN).isAfter(since);
    }

    /** Reads when each channel was seen last; before a transaction, since one within another is none of its own. */
    void look() {
        long now = System.nanoTime();
        if (now - lookedAt > FRESH) {
            lookedAt = now;
            store.channels().forEach(row -> seen.put(row.channel, row.seenAt));
        }
    }

    /** Channels that were removed, and not only replaced; none right after a start, when they come one by one. */
    List<String> removed() {
        Instant now = clock.instant();
        if (started.isAfter(now.minus(AWAY))) {
            return List.of();
        }
        return store.channels().stream()
                .filter(row -> !adapters.containsKey(row.channel) && !isAway(row.channel, row.seenAt, now))
                .map(row -> row.channel)
                .toList();
    }

    /** Whether people agree to each message beforehand. */
    boolean wantsConsent(String channel) {
        return wantsConsent(channel, true);
    }

    /** The same, with what is taken for true of a channel that was not here since the start. */
    boolean wantsConsent(String channel, boolean unknown) {
        return consents.getOrDefault(channel, unknown);
    }

    /** Is told, from any thread, when there may be something to send. */
    void whenWoken(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    void asleep(Runnable sleeper) {
        sleepers.remove(sleeper);
    }

    void wake() {
        sleepers.forEach(Runnable::run);
    }

    /** How each channel does that is installed or ever sent something. */
    List<ChannelState> states() {
        Map<String, ChannelEntity> rows = rows();
        Set<String> all = new TreeSet<>(adapters.keySet());
        all.addAll(rows.keySet());
        return states(all, rows);
    }

    /** How each of these does: nothing is asked of the others. */
    List<ChannelState> states(Set<String> some) {
        return states(some, rows());
    }

    private Map<String, ChannelEntity> rows() {
        Map<String, ChannelEntity> rows = new HashMap<>();
        store.channels().forEach(row -> rows.put(row.channel, row));
        return rows;
    }

    private List<ChannelState> states(Set<String> some, Map<String, ChannelEntity> rows) {
        long now = Moments.micros(Instant.now());
        List<ChannelState> states = new ArrayList<>();
        for (String id : some) {
            boolean tells = rows.containsKey(id);
            states.add(ChannelState.of(
                    id, adapters.get(id), rows.get(id), tells ? store.behind(id, now) : null, Instant.now()));
        }
        return states;
    }
}
