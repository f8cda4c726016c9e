// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.List;
import org.sanban.api.problem.Text;

/**
 * How much of the catalogue citizens reach, channel by channel (R134). The numbers may be some seconds old.
 *
 * @param matters how many matters are in force
 * @param source who says which channels count
 * @param channels the channels that count, in the configured order
 */
public record CoverageSummary(long matters, String source, List<Channel> channels) {
    public CoverageSummary {
        channels = List.copyOf(channels);
    }

    /**
     * A channel.
     *
     * @param channel its id: {@code douyin}
     * @param name what every matter should be: 抖音可查
     * @param installed whether an adapter for it is installed
     * @param reached how many matters are
     * @param missing how many are not
     * @param outdated how many postings are of a guide that is no longer in force: to be renewed or taken down
     * @param next what to do, {@code null} when nothing is missing
     */
    public record Channel(
            String channel, Text name, boolean installed, long reached, long missing, long outdated, Text next) {}
}
