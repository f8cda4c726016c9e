// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an operator, in the log and once, that messages wait for a channel that is down, behind or set up wrongly, and when
 * they go through again. It looks by itself: a channel that asks to be left alone for an hour is told of all the same.
 * Channels with an outbox of their own say themselves when it does not go out.
 */
final class Alarm {
    /** Down for so long, it is more than one message that was not understood. */
    static final Duration TELL = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final Set<String> told = new HashSet<>();

    /** Looks at how each channel does now that tells people something, or that an operator was told of. */
    void look(Channels channels, Instant now) {
        Set<String> watched = channels.telling();
        watched.addAll(told);
        for (ChannelState state : channels.states(watched)) {
            if (told.contains(state.channel())) {
                over(state);
            } else if (isWrong(state, now)) {
                told.add(state.channel());
                LOG.warn(
                        "messages wait for {}, {} ({} s behind): {}",
                        state.channel(),
                        state.stateName().en(),
                        state.behindSeconds(),
                        state.fault() == null
                                ? state.lastError()
                                : state.fault().en());
            }
        }
    }

    private void over(ChannelState state) {
        if (state.state() == ChannelState.Word.UP || state.state() == ChannelState.Word.ABSENT) {
            told.remove(state.channel());
            LOG.info("messages go through {} again, or it was removed", state.channel());
        }
    }

    private static boolean isWrong(ChannelState state, Instant now) {
        return switch (state.state()) {
            case DOWN -> !now.isBefore(state.downSince().plus(TELL));
            case BEHIND -> true;
            case FAULT -> state.behindSeconds() > 0;
            case UP, ABSENT -> false;
        };
    }

    /** Channels that an operator was told of and that are not well again. */
    Set<String> told() {
        return Set.copyOf(told);
    }
}
