// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.Moments;
import org.sanban.api.web.MetricSource;

/** How many bad ratings are late, for whoever watches the platform. */
@Component(service = MetricSource.class)
public final class OverdueMetric implements MetricSource {
    private final EvaluationStore store;

    @Activate
    public OverdueMetric(@Reference EvaluationStore store) {
        this.store = store;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(new Metric(
                "sanban_evaluation_rectifications_overdue",
                "Bad ratings past their limit that are not answered.",
                false,
                Map.of(),
                store.late(Moments.day(Instant.now()))));
    }
}
