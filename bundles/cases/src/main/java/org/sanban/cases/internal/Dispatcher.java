// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Hands the journal entries that this node wrote to every {@link JournalListener}, each on a thread of its own, so that a
 * slow one holds up no other.
 */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final JournalStore store;
    private final CaseStore cases;
    private final CaseReader reader;
    private final CaseSettings settings;
    private final Map<String, Courier> couriers = new ConcurrentHashMap<>();

    @Activate
    public Dispatcher(
            @Reference JournalStore store,
            @Reference CaseStore cases,
            @Reference CaseReader reader,
            @Reference CaseSettings settings) {
        this.store = store;
        this.cases = cases;
        this.reader = reader;
        this.settings = settings;
    }

    /** Starts delivery to a listener from where it was left. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(JournalListener listener, Map<String, Object> properties) {
        Object id = properties.get("listener.id");
        if (!(id instanceof String name) || name.isBlank() || name.length() > 80) {
            LOG.error("{} is told nothing: it has no service property listener.id", listener.getClass());
            return;
        }
        Courier courier = new Courier(name, listener, store, cases, reader, settings.node());
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

    /** How delivery stands, for every listener that ever was. */
    List<Delivery> deliveries() {
        Map<String, Long> positions = new TreeMap<>();
        store.positions().stream()
                .filter(p -> p.lane == settings.node())
                .forEach(p -> positions.put(p.listener, p.position));
        couriers.keySet().forEach(id -> positions.putIfAbsent(id, Lane.floor(settings.node())));
        List<Delivery> deliveries = new ArrayList<>();
        positions.forEach((id, position) -> {
            Courier courier = couriers.get(id);
            List<ParkedEntity> parked = store.parked(id, 1000);
            String error = courier != null && courier.lastError() != null
                    ? courier.lastError()
                    // The first one says why; those after it in the same case were not even tried.
                    : parked.isEmpty() ? null : parked.get(0).error;
            boolean waiting = store.lane().horizon() > position
                    && !store.journal(settings.node(), position, Long.MAX_VALUE, 1)
                            .isEmpty();
            deliveries.add(new Delivery(id, courier != null, waiting, parked.size(), error));
        });
        return deliveries;
    }

    /** Hands what is parked for a listener to it again; returns how many entries were taken up. */
    int resend(String listener) {
        Courier courier = couriers.get(listener);
        return courier == null ? 0 : courier.resend();
    }
}
