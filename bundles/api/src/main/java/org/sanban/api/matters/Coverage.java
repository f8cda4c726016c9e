// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.List;
import org.sanban.api.problem.Text;

/**
 * Through which channels citizens reach a matter that is in force (抖音可查、微信可知、电话可约, R134).
 *
 * @param matter code of the matter
 * @param name its name
 * @param department its department
 * @param sample whether it is a sample
 * @param channels the channels that count, in the configured order
 */
public record Coverage(String matter, String name, String department, boolean sample, List<Reach> channels) {
    public Coverage {
        channels = List.copyOf(channels);
    }

    /**
     * How the matter stands in a channel.
     *
     * @param channel id of the channel: {@code douyin}
     * @param name what it should be: 抖音可查
     * @param reached whether it is
     * @param why what that rests on
     * @param next what to do, {@code null} when it is reached
     */
    public record Reach(String channel, Text name, boolean reached, Text why, Text next) {}
}
