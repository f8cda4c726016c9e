// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.sanban.api.problem.Text;

/**
 * Connects a channel (渠道) outside to the platform. Registered with the service property {@code channel.id}
 * ({@code wechat}), the word that {@link org.sanban.api.identity.Actor#channel} has for what comes in through it.
 *
 * <p>Messages wait in the platform, not here: an adapter keeps none, tries each once when it is asked to, and says what
 * came of it. What comes in is a {@link org.sanban.api.web.RestResource} of the same bundle, which calls the platform's
 * services with an actor that names the channel.
 */
@ConsumerType
public interface ChannelAdapter {
    /** What people read: 微信. */
    Text name();

    /** What it can do. */
    Set<Ability> abilities();

    /**
     * What keeps it from working and how to mend it: a setting that is missing or wrong. It is offered nothing as long as
     * this is not empty.
     */
    default Optional<Text> fault() {
        return Optional.empty();
    }

    /**
     * What waits in an outbox of its own, for whoever looks whether the channel is down or behind. Empty where it keeps none:
     * messages wait in the platform, which knows.
     */
    default Optional<Backlog> backlog() {
        return Optional.empty();
    }

    /**
     * Whether people must have agreed to each message beforehand, template by template (订阅消息): then one consent buys one
     * message. Otherwise an address that is bound is enough.
     */
    default boolean consentPerMessage() {
        return false;
    }

    /**
     * Delivers a message, once. One thread calls at a time, which may wait as long as a connection may take. What is thrown
     * counts as {@link Answer#later}.
     *
     * @throws UnsupportedOperationException when it cannot {@link Ability#NOTIFY}
     */
    default Answer deliver(Message message) {
        throw new UnsupportedOperationException(name().en() + " tells nobody anything");
    }
}
