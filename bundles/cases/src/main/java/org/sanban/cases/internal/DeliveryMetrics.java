// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.journal.JournalService.Delivery;
import org.sanban.api.web.MetricSource;

/** How far behind each listener of the journal is, for whoever watches the platform. */
@Component(service = MetricSource.class)
public final class DeliveryMetrics implements MetricSource {
    private final Dispatcher dispatcher;

    @Activate
    public DeliveryMetrics(@Reference Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        Instant now = Instant.now();
        for (Delivery delivery : dispatcher.deliveries()) {
            Map<String, String> labels = Map.of("listener", delivery.listener());
            long behind = delivery.since() == null
                    ? 0
                    : Math.max(0, Duration.between(delivery.since(), now).toSeconds());
            metrics.add(new Metric(
                    "sanban_delivery_behind_seconds",
                    "Age of the oldest journal entry that waits for the listener.",
                    false,
                    labels,
                    behind));
            metrics.add(new Metric(
                    "sanban_delivery_parked",
                    "Journal entries that are parked for the listener, at most 1000.",
                    false,
                    labels,
                    delivery.parked()));
        }
        return metrics;
    }
}
