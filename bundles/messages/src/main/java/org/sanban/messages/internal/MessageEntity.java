// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a message. */
@Entity
@Table(name = "messages_message")
class MessageEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "messages_message")
    @SequenceGenerator(name = "messages_message", sequenceName = "messages_message_seq", allocationSize = 50)
    long id;

    String number;

    /** What it is about: {@code 3/ACCEPTED}, {@code remind/1764982800}. */
    String occasion;

    String event;
    String division;
    String town;
    String county;
    String channel;

    /** {@code null} where the case has it: a telephone number is not kept twice. */
    String address;

    /** The template's id at the channel. */
    @Column(name = "code")
    String external;

    /** JSON of {@link Content}. */
    String content;

    @Enumerated(EnumType.STRING)
    State state;

    int tries;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "due_at")
    long dueAt;

    @Column(name = "expires_at")
    long expiresAt;

    @Column(name = "changed_at")
    long changedAt;

    String reference;

    /** What the channel, or whoever called, said. */
    String reason;

    /**
     * From when on a look tells it another way; {@code null} where nothing is to follow. Set and cleared in the
     * transaction that makes it so.
     */
    @Column(name = "follow_at")
    Long followAt;

    /** Who called. */
    String account;
}
