// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.JournalService.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the journal entries that this node wrote, and those of nodes it {@link #relieve relieves}, to every
 * {@link JournalListener}, each on a thread of its own, so that a slow one holds up no other.
 */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final JournalStore store;
    private final CaseSettings settings;
    private final Tail tail;
    private final Shelf shelf;
    private final Map<String, Courier> couriers = new ConcurrentHashMap<>();
    private volatile Set<Integer> relieved = Set.of();

    @Activate
    public Dispatcher(
            @Reference JournalStore store,
            @Reference CaseStore cases,
            @Reference CaseReader reader,
            @Reference CaseSettings settings) {
        this.store = store;
        this.settings = settings;
        this.tail = new Tail(store);
        this.shelf = new Shelf(cases, reader);
    }

    /** Starts delivery to a listener from where it was left. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(JournalListener listener, Map<String, Object> properties) {
        Object id = properties.get("listener.id");
        if (!(id instanceof String name) || name.isBlank() || name.length() > 80) {
            LOG.error("{} is told nothing: it has no service property listener.id", listener.getClass());
            return;
        }
        Courier there = couriers.get(name);
        if (there != null && there.serves(listener)) {
            // Declarative Services may add what comes while it starts a component twice.
            return;
        }
        Courier courier = new Courier(name, listener, store, tail, shelf, this::lanes);
        Courier before = couriers.put(name, courier);
        if (before != null) {
            before.stop();
        }
        courier.start();
    }

    /** Stops delivery to a listener; its position stays. */
    public void remove(JournalListener listener, Map<String, Object> properties) {
        Courier courier = couriers.get(String.valueOf(properties.get("listener.id")));
        if (courier != null && courier.serves(listener)) {
            couriers.values().remove(courier);
            courier.stop();
        }
    }

    @Deactivate
    void stop() {
        couriers.values().forEach(Courier::stop);
    }

    /** Delivers what these silent nodes wrote too, from now on, and what no others did. */
    void relieve(Set<Integer> nodes) {
        relieved = Set.copyOf(nodes);
        store.lane().wake();
    }

    /** The lanes this node delivers. */
    private Set<Integer> lanes() {
        Set<Integer> lanes = new LinkedHashSet<>(relieved);
        lanes.add(settings.node());
        return lanes;
    }

    /** How delivery stands, for every listener that ever was. */
    List<Delivery> deliveries() {
        Map<String, Map<Integer, Long>> positions = new TreeMap<>();
        store.positions().forEach(p -> positions
                .computeIfAbsent(p.listener, id -> new HashMap<>())
                .put(p.lane, p.position));
        couriers.keySet().forEach(id -> positions.putIfAbsent(id, Map.of()));
        List<Delivery> deliveries = new ArrayList<>();
        positions.forEach((id, reached) -> {
            Courier courier = couriers.get(id);
            List<ParkedEntity> parked = store.parked(id, 1);
            String error = courier != null && courier.lastError() != null
                    ? courier.lastError()
                    // The first one says why; those after it in the same case were not even tried.
                    : parked.isEmpty() ? null : parked.get(0).error;
            Instant since = lanes().stream()
                    .map(lane -> waitingSince(lane, reached))
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            deliveries.add(new Delivery(
                    id, courier != null, since != null, parked.isEmpty() ? 0 : store.countParked(id), error, since));
        });
        return deliveries;
    }

    /** When the oldest entry of a lane that waits was written, null when none waits. */
    private Instant waitingSince(int lane, Map<Integer, Long> reached) {
        long position = reached.getOrDefault(lane, Lane.floor(lane));
        if (lane == settings.node() && store.lane().horizon() <= position) {
            return null;
        }
        List<JournalEntity> waiting = store.journal(lane, position, Long.MAX_VALUE, 1);
        return waiting.isEmpty() ? null : CaseFile.instant(waiting.get(0).at);
    }

    /** Puts a listener where entries from a moment on come next, in every lane there is. */
    void rewind(String listener, Instant from) {
        Set<Integer> all = new LinkedHashSet<>(lanes());
        all.addAll(store.lanes());
        Map<Integer, Long> positions = new HashMap<>();
        all.forEach(lane -> positions.put(lane, new Moment(store, lane).before(from)));
        store.rewind(listener, positions);
        Courier courier = couriers.get(listener);
        if (courier != null) {
            courier.moved();
        }
    }

    /** Forgets a listener; false while it is registered. */
    boolean forget(String listener) {
        if (couriers.containsKey(listener)) {
            return false;
        }
        store.forget(listener);
        return true;
    }

    /** Hands what is parked for a listener to it again; returns how many entries were taken up. */
    int resend(String listener) {
        Courier courier = couriers.get(listener);
        return courier == null ? 0 : courier.resend();
    }
}
