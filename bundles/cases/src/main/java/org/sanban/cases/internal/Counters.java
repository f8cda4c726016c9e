// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;
import org.sanban.api.web.MetricSource;

/** What the bundle counts. */
@Component(service = {Counters.class, MetricSource.class})
public final class Counters implements MetricSource {
    private final LongAdder submitted = new LongAdder();
    private final LongAdder acted = new LongAdder();

    void submitted() {
        submitted.increment();
    }

    void acted() {
        acted.increment();
    }

    @Override
    public List<Metric> metrics() {
        String help = "Commands on cases that were committed since the start.";
        return List.of(
                new Metric("sanban_case_commands_total", help, true, Map.of("command", "submit"), submitted.sum()),
                new Metric("sanban_case_commands_total", help, true, Map.of("command", "act"), acted.sum()));
    }
}
