// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Numbers that a bundle shows at {@code /system/metrics} in the Prometheus text format. */
@ConsumerType
public interface MetricSource {
    /** The numbers as they are now; cheap, called at every scrape. */
    List<Metric> metrics();

    /**
     * One number.
     *
     * @param name {@code sanban_cases_commands_total}; counters end in {@code _total}, units are part of the name
     * @param help one English sentence
     * @param counter whether it only ever grows
     * @param labels names and values, may be empty
     * @param value the number
     */
    record Metric(String name, String help, boolean counter, Map<String, String> labels, double value) {
        public Metric {
            labels = Map.copyOf(labels);
        }
    }
}
