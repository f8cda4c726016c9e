// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.Moments;
import org.sanban.api.web.MetricSource;
import org.sanban.channel.hotline.internal.OutEntity.Told;

/** How many orders are late, and what the centre has not been told, for whoever watches the platform. */
@Component(service = MetricSource.class)
public final class OrderMetrics implements MetricSource {
    private final HotlineStore store;

    @Activate
    public OrderMetrics(@Reference HotlineStore store) {
        this.store = store;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                metric(
                        "sanban_hotline_orders_overdue",
                        "Orders of 12345 past their limit that are not answered.",
                        store.late(Moments.day(Instant.now()))),
                metric(
                        "sanban_hotline_out_waiting",
                        "Steps that the 12345 centre is still to be told.",
                        store.untold(Told.WAITING)),
                metric(
                        "sanban_hotline_out_refused",
                        "Steps that the 12345 centre refused to be told.",
                        store.untold(Told.REFUSED)));
    }

    private static Metric metric(String name, String help, long value) {
        return new Metric(name, help, false, Map.of(), value);
    }
}
