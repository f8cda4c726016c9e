// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.web.MetricSource;

/** Which channels are down or behind, for whoever watches the platform. */
@Component(service = MetricSource.class)
public final class ChannelMetrics implements MetricSource {
    private final Channels channels;

    @Activate
    public ChannelMetrics(@Reference Channels channels) {
        this.channels = channels;
    }

    @Override
    public List<Metric> metrics() {
        return channels.states().stream().flatMap(ChannelMetrics::of).toList();
    }

    private static Stream<Metric> of(ChannelState state) {
        Map<String, String> labels = Map.of("channel", state.channel());
        boolean up = state.state() == ChannelState.Word.UP || state.state() == ChannelState.Word.BEHIND;
        return Stream.of(
                new Metric("sanban_channel_up", "Whether messages go through the channel.", false, labels, up ? 1 : 0),
                new Metric(
                        "sanban_channel_behind_seconds",
                        "How long the oldest message that was due has waited.",
                        false,
                        labels,
                        state.behindSeconds()));
    }
}
