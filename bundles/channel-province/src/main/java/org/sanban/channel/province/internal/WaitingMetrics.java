// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.web.MetricSource;

/** Whether the province is behind, for whoever watches the platform. */
@Component(service = MetricSource.class)
public final class WaitingMetrics implements MetricSource {
    private final Archive archive;

    @Activate
    public WaitingMetrics(@Reference Archive archive) {
        this.archive = archive;
    }

    @Override
    public List<Metric> metrics() {
        double age = archive.oldest()
                .map(since -> Duration.between(since, Instant.now()).toMillis() / 1000.0)
                .orElse(0.0);
        return List.of(
                new Metric(
                        "sanban_province_oldest_waiting_seconds",
                        "Age of the oldest record that waits for the provincial platform.",
                        false,
                        Map.of(),
                        Math.max(0, age)),
                new Metric(
                        "sanban_province_parked",
                        "Records that the provincial platform refused and nobody resent, counted to 10000.",
                        false,
                        Map.of(),
                        archive.count(State.PARKED)));
    }
}
