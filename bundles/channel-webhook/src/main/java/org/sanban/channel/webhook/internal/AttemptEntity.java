// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of an event that was sent, or tried to be. */
@Entity
@Table(name = "webhook_attempt")
class AttemptEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "webhook_attempt")
    @SequenceGenerator(name = "webhook_attempt", sequenceName = "webhook_attempt_seq", allocationSize = 50)
    long id;

    long subscription;
    String event;
    String type;

    @Enumerated(EnumType.STRING)
    Outcome.State state;

    /** Status of HTTP, 0 where there was no answer. */
    int status;

    int tries;
    long millis;

    @Column(name = "tried_at")
    long triedAt;

    /** Why it was not taken, in both languages. */
    @Column(name = "why_zh")
    String whyZh;

    @Column(name = "why_en")
    String whyEn;
}
