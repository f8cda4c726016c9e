// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that this node lives, and delivers for those that share its database and have fallen silent: of the living, one
 * keeps the lane of each. A node that was only slow goes on from where it had come itself, so that an entry may reach a
 * listener twice, but none is passed over.
 */
@Component(
        service = {},
        immediate = true)
public final class Nodes {
    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
    private static final Duration BEAT = Duration.ofSeconds(20);
    /** Longer than any pause of a machine that is merely busy. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private final NodeStore store;
    private final Dispatcher dispatcher;
    private final int node;
    private final LongSupplier nanos;
    private final Map<Integer, Heard> heard = new HashMap<>();
    private Set<Integer> kept = Set.of();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-nodes");
        thread.setDaemon(true);
        return thread;
    });

    /** A beat, and when it was first seen by this node's own clock. */
    private record Heard(long beat, long since) {}

    @Activate
    public Nodes(@Reference NodeStore store, @Reference Dispatcher dispatcher, @Reference CaseSettings settings) {
        this(store, dispatcher, settings.node(), System::nanoTime);
        timer.scheduleWithFixedDelay(this::watch, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    Nodes(NodeStore store, Dispatcher dispatcher, int node, LongSupplier nanos) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.node = node;
        this.nanos = nanos;
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    private void watch() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("the nodes of the database could not be looked at, tried again: {}", e.toString());
            LOG.debug("nodes", e);
        }
    }

    /** Beats once, and takes up or gives back lanes. */
    void look() {
        store.beat(node);
        List<NodeEntity> all = store.nodes();
        Set<Integer> silent = new HashSet<>();
        all.stream().filter(other -> other.node != node && isSilent(other)).forEach(other -> silent.add(other.node));
        Set<Integer> mine = new HashSet<>();
        for (NodeEntity other : all) {
            boolean free = other.keeper == null || other.keeper == node || silent.contains(other.keeper);
            if (silent.contains(other.node) && free && store.keep(other, node)) {
                mine.add(other.node);
            }
        }
        if (!mine.equals(kept)) {
            LOG.info("silent nodes this one delivers for: {}", mine);
            kept = Set.copyOf(mine);
            dispatcher.relieve(kept);
        }
    }

    private boolean isSilent(NodeEntity other) {
        Heard last = heard.get(other.node);
        if (last == null || last.beat() != other.beat) {
            heard.put(other.node, new Heard(other.beat, nanos.getAsLong()));
            return false;
        }
        return nanos.getAsLong() - last.since() >= SILENCE.toNanos();
    }
}
