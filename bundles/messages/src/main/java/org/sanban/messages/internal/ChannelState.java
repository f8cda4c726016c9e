// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sanban.api.channel.Backlog;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.data.Moments;
import org.sanban.api.problem.Text;

/**
 * How a channel does.
 *
 * @param channel its id
 * @param name what people read
 * @param state in a word
 * @param stateName what people read
 * @param abilities what it can do; empty while it is not installed
 * @param fault what keeps it from working and how to mend it, {@code null} for nothing
 * @param downSince since when nothing goes through, or what waits has waited; {@code null} while it does
 * @param behindSeconds how long the oldest message that was due, or record of an outbox of its own, has waited; 0 for none
 * @param lastError what it said last, {@code null} while it works
 */
@Schema(name = "ChannelState", description = "渠道状态 How a channel does")
public record ChannelState(
        String channel,
        Text name,
        Word state,
        Text stateName,
        List<String> abilities,
        Text fault,
        Instant downSince,
        long behindSeconds,
        String lastError) {
    /** So long a message may be due before its channel counts as behind. */
    private static final long BEHIND = 60;

    /** In a word. */
    public enum Word {
        /** It works. */
        UP(new Text("正常", "up")),
        /** It works, and has more to send than it manages. */
        BEHIND(new Text("积压", "behind")),
        /** Nothing goes through. */
        DOWN(new Text("中断", "down")),
        /** A setting is missing or wrong. */
        FAULT(new Text("配置有误", "set up wrongly")),
        /** It is not installed. */
        ABSENT(new Text("未安装", "not installed"));

        private final Text label;

        Word(Text label) {
            this.label = label;
        }
    }

    static ChannelState of(String id, ChannelAdapter adapter, ChannelEntity row, Long oldest, Instant now) {
        Text fault = adapter == null ? null : adapter.fault().orElse(null);
        Backlog own = adapter == null ? null : adapter.backlog().orElse(null);
        Instant due = own != null ? own.since() : oldest == null ? null : Moments.of(oldest);
        String error = own != null ? own.trouble() : row == null ? null : row.lastError;
        Instant down = own != null
                ? own.trouble() == null ? null : own.since()
                : row == null || row.downSince == null ? null : Moments.of(row.downSince);
        long behind = due == null ? 0 : Math.max(0, Duration.between(due, now).toSeconds());
        Word word = adapter == null
                ? Word.ABSENT
                : fault != null ? Word.FAULT : down != null ? Word.DOWN : behind > BEHIND ? Word.BEHIND : Word.UP;
        return new ChannelState(
                id,
                adapter == null ? Text.of(id) : adapter.name(),
                word,
                word.label,
                adapter == null
                        ? List.of()
                        : adapter.abilities().stream().map(Enum::name).sorted().toList(),
                fault,
                down,
                behind,
                error);
    }
}
