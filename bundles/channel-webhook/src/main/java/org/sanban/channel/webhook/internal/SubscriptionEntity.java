// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.sanban.api.data.Moments;
import org.sanban.api.journal.JournalEntry;

/** Row of a subscription. */
@Entity
@Table(name = "webhook_subscription")
class SubscriptionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "webhook_subscription")
    @SequenceGenerator(name = "webhook_subscription", sequenceName = "webhook_subscription_seq", allocationSize = 1)
    long id;

    int version;

    @Enumerated(EnumType.STRING)
    Subscription.State state;

    String name;
    String url;
    String kinds;
    String modes;
    String matters;
    String division;

    @Enumerated(EnumType.STRING)
    Format format;

    String secret;

    @Column(name = "secret_before")
    String secretBefore;

    @Column(name = "before_until")
    Long beforeUntil;

    String account;

    @Column(name = "made_at")
    long madeAt;

    @Column(name = "changed_at")
    long changedAt;

    Subscription subscription() {
        Instant until = beforeUntil == null ? null : Moments.of(beforeUntil);
        Set<JournalEntry.Kind> wanted =
                words(kinds).stream().map(JournalEntry.Kind::valueOf).collect(Collectors.toSet());
        return new Subscription(
                id,
                version,
                state,
                name,
                url,
                new Filter(wanted, words(modes), words(matters), division),
                format,
                new Secrets(secret, secretBefore, until),
                account,
                Moments.of(madeAt),
                Moments.of(changedAt));
    }

    void wants(Filter filter) {
        kinds = joined(filter.kinds().stream().map(Enum::name).toList());
        modes = joined(filter.modes());
        matters = joined(filter.matters());
        division = filter.division();
    }

    /** The secret gives way to a new one and signs on beside it for a while. */
    void replaceSecret(String fresh, Instant until) {
        secretBefore = secret;
        beforeUntil = Moments.micros(until);
        secret = fresh;
    }

    private static String joined(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(","));
    }

    private static Set<String> words(String joined) {
        return Arrays.stream(joined.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
