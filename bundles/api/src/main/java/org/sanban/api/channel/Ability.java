// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

/** What a channel can do. */
public enum Ability {
    /** Tells people what happens to their case: {@link ChannelAdapter#deliver}. */
    NOTIFY,
    /** Takes requests: an application, an appointment (可约, R134), a question. */
    RECEIVE,
    /** Publishes guides, where people look them up (可查、可知, R134). */
    PUBLISH,
    /** Takes ratings (评价). */
    EVALUATE,
    /** Tells other systems what happens to cases, from an outbox of its own: {@link ChannelAdapter#backlog}. */
    FORWARD
}
