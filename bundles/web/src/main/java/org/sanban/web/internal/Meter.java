// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.sanban.api.web.MetricSource;
import org.sanban.api.web.MetricSource.Metric;

/** Numbers for Prometheus: the JVM's, those of requests, and those of every {@link MetricSource}. */
final class Meter {
    private static final int MOST_SERIES = 500;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram requests = Histogram.builder()
            .name("sanban_http_request_seconds")
            .help("Requests to REST and SOAP by address.")
            .labelNames("address", "method", "status")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5)
            .register(registry);
    private final Map<String, DistributionDataPoint> points = new ConcurrentHashMap<>();
    private final Set<MetricSource> sources = new CopyOnWriteArraySet<>();

    Meter() {
        JvmMemoryMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        ProcessMetrics.builder().register(registry);
        registry.register((MultiCollector) this::collect);
    }

    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
    }

    /** Records a request; what lies below an address counts as the address. */
    void record(String path, String named, int status, long nanos) {
        String method = METHODS.contains(named) ? named : "-";
        int second = path.indexOf('/', 1);
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        String address = status == 404 ? "-" : third < 0 ? path : path.substring(0, third);
        String key = address + ' ' + method + ' ' + status / 100;
        DistributionDataPoint point = points.get(key);
        if (point == null) {
            String known = points.size() < MOST_SERIES ? address : "-";
            point = requests.labelValues(known, method, status / 100 + "xx");
            points.putIfAbsent(points.size() < MOST_SERIES ? key : "-", point);
        }
        point.observe(nanos / 1e9);
    }

    /** Writes everything in the text format. */
    void write(OutputStream out) throws IOException {
        new PrometheusTextFormatWriter(false).write(out, registry.scrape());
    }

    private MetricSnapshots collect() {
        Map<String, List<Metric>> byName = new LinkedHashMap<>();
        sources.forEach(source -> source.metrics()
                .forEach(metric -> byName.computeIfAbsent(metric.name(), n -> new ArrayList<>())
                        .add(metric)));
        return new MetricSnapshots(byName.values().stream().map(Meter::snapshot).toList());
    }

    private static MetricSnapshot snapshot(List<Metric> metrics) {
        Metric first = metrics.get(0);
        if (first.counter()) {
            CounterSnapshot.Builder counter = CounterSnapshot.builder()
                    .name(first.name().replaceAll("_total$", ""))
                    .help(first.help());
            metrics.forEach(m -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                    .labels(labels(m))
                    .value(m.value())
                    .build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(first.name()).help(first.help());
        metrics.forEach(m -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels(m))
                .value(m.value())
                .build()));
        return gauge.build();
    }

    private static Labels labels(Metric metric) {
        Labels labels = Labels.EMPTY;
        for (Map.Entry<String, String> label : metric.labels().entrySet()) {
            labels = labels.add(label.getKey(), label.getValue());
        }
        return labels;
    }
}
