// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.sanban.api.cases.Case;
import org.sanban.api.data.Moments;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Site;

/**
 * Makes messages: finds the first channel, in the county's order, that reaches a person and has words for the occasion.
 * Where none does, a person calls if it matters, and else the message says that it reached nobody.
 */
record Post(Settings settings, Templates templates, Enclosures enclosures, Channels channels) {
    /** What stands for no channel at all. */
    static final String NONE = "none";

    /** What stands for a person who calls. */
    static final String CALL = "call";

    /** So long a bundle has to make what is to be enclosed. */
    private static final Duration ENCLOSING = Duration.ofSeconds(20);

    /**
     * Tells of an occasion, once.
     *
     * @param known messages of the case so far
     * @param after id of a channel that did not reach: it is told through those that come after it; {@code null} for all
     * @return the message that was made
     */
    Optional<MessageEntity> tell(
            EntityManager em,
            List<MessageEntity> known,
            Occasion occasion,
            Case state,
            Site site,
            String person,
            String after,
            Instant now) {
        List<MessageEntity> same = known.stream()
                .filter(row -> row.occasion.equals(occasion.key()))
                .toList();
        if (after == null && revived(same, occasion, now) || isTold(same, after)) {
            return Optional.empty();
        }
        List<BindingEntity> bindings = MessageStore.bindings(em, person);
        for (String channel : left(same, after)) {
            Optional<MessageEntity> row = through(em, channel, bindings, occasion, state, site);
            if (row.isPresent()) {
                keep(em, row.get(), occasion, state, State.WAITING, now);
                return row;
            }
        }
        Optional<MessageEntity> spared = same.stream().filter(Post::isSpared).findFirst();
        if (spared.isPresent()) {
            Outbox.set(spared.get(), State.CALL, null, now);
            return spared;
        }
        boolean any = !channels.telling().isEmpty();
        return templates
                .find(occasion.event(), state.matter(), CALL, "zh")
                // Where nobody has set up any channel, nobody expects more than the calls that matter.
                .filter(template -> template.important() || any)
                .map(template -> message(template, template.important() ? CALL : NONE, occasion, state, site))
                .map(row -> {
                    boolean call = row.channel.equals(CALL);
                    row.reason = call ? null : "没有可用的消息渠道 / no channel reaches the applicant";
                    keep(em, row, occasion, state, call ? State.CALL : State.FAILED, now);
                    return row;
                });
    }

    /** A visit is again when it was before it was moved: what would have reminded of it does after all. */
    private boolean revived(List<MessageEntity> same, Occasion occasion, Instant now) {
        Optional<MessageEntity> cancelled = same.stream()
                .filter(row -> row.state == State.CANCELLED && !row.channel.equals(NONE))
                .reduce((earlier, later) -> later);
        boolean revives = occasion.event().equals(Occasion.REMIND)
                && cancelled.isPresent()
                && same.stream().noneMatch(row -> row.state == State.WAITING || row.state.reached());
        if (revives) {
            MessageEntity row = cancelled.get();
            Outbox.set(row, row.channel.equals(CALL) ? State.CALL : State.WAITING, null, now);
            row.tries = 0;
            Instant due = occasion.due().isBefore(now) ? now : occasion.due();
            row.dueAt = Moments.micros(settings.dueAt(due, occasion.expires()));
            row.expiresAt = Moments.micros(occasion.expires());
        }
        return revives;
    }

    /** Told before: any message of the occasion, or, after one that did not reach, one that may still, or a person. */
    private static boolean isTold(List<MessageEntity> same, String after) {
        return same.stream()
                .anyMatch(row -> after == null
                        || row.channel.equals(CALL) && !isSpared(row)
                        || row.channel.equals(NONE)
                        || row.state == State.WAITING
                        || row.state.reached());
    }

    /** A call that was not needed any more, since a channel took the message after all; it may have to be made yet. */
    private static boolean isSpared(MessageEntity row) {
        return row.channel.equals(CALL) && row.state == State.CANCELLED;
    }

    /** The channels after one, of those that were not tried: the order may have been another then. */
    private List<String> left(List<MessageEntity> same, String after) {
        List<String> order = settings.order();
        return order.subList(after == null ? 0 : order.indexOf(after) + 1, order.size()).stream()
                .filter(channel -> same.stream().noneMatch(row -> row.channel.equals(channel)))
                .toList();
    }

    private Optional<MessageEntity> through(
            EntityManager em, String channel, List<BindingEntity> bindings, Occasion occasion, Case state, Site site) {
        if (!channels.reachable(channel)) {
            return Optional.empty();
        }
        List<BindingEntity> bound = bindings.stream()
                .filter(one -> one.channel.equals(channel) && one.active)
                .toList();
        if (bound.isEmpty()) {
            boolean phone = settings.phones(channel)
                    && !isUnwanted(em, channel, state.applicant().phone());
            return phone ? to(em, channel, null, occasion, state, site) : Optional.empty();
        }
        // Who has two accounts is told where they agreed, in the newer one where they agreed in both.
        return bound.stream()
                .flatMap(one -> to(em, channel, one, occasion, state, site).stream())
                .findFirst();
    }

    /** The message to one address; to the applicant's phone where nothing is bound. */
    private Optional<MessageEntity> to(
            EntityManager em, String channel, BindingEntity bound, Occasion occasion, Case state, Site site) {
        String language = bound == null ? "zh" : bound.language;
        return templates
                .find(occasion.event(), state.matter(), channel, language)
                .filter(template -> agreed(em, channel, bound, template))
                .map(template -> {
                    MessageEntity row = message(template, channel, occasion, state, site);
                    row.address = bound == null ? null : bound.address;
                    return row;
                });
    }

    private static boolean isUnwanted(EntityManager em, String channel, String phone) {
        BindingEntity row = em.find(BindingEntity.class, AddressKey.ofPhone(channel, phone));
        return row != null && !row.active;
    }

    private boolean agreed(EntityManager em, String channel, BindingEntity bound, Template template) {
        // Who is reached by the number in the application has bound nothing that could be agreed to.
        if (!channels.wantsConsent(channel, bound != null)) {
            return true;
        }
        if (bound == null) {
            return false;
        }
        ConsentEntity consent =
                em.find(ConsentEntity.class, new ConsentEntity.Key(channel, bound.address, template.external()));
        return consent != null && consent.remain > 0;
    }

    private MessageEntity message(Template template, String channel, Occasion occasion, Case state, Site site) {
        Locale language = template.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        Facts facts = Facts.of(occasion, state, site, language);
        Map<String, String> values = new LinkedHashMap<>();
        template.fields().forEach((field, pattern) -> values.put(field, facts.field(pattern)));
        MessageEntity row = new MessageEntity();
        row.channel = channel;
        row.external = template.external();
        row.content = new Content(
                        values,
                        facts.fill(template.words()),
                        facts.fill(template.link()),
                        template.language(),
                        template.important())
                .json();
        return row;
    }

    private void keep(EntityManager em, MessageEntity row, Occasion occasion, Case state, State as, Instant now) {
        Instant due = occasion.due().isBefore(now) ? now : occasion.due();
        if (enclosures.in(Content.of(row.content))) {
            due = due.plus(ENCLOSING);
        }
        row.number = state.number();
        row.occasion = occasion.key();
        row.event = occasion.event();
        row.division = state.division();
        row.town = Division.town(row.division);
        row.county = Division.county(row.division);
        row.state = as;
        row.createdAt = Moments.micros(now);
        row.changedAt = row.createdAt;
        row.dueAt = Moments.micros(settings.dueAt(due, occasion.expires()));
        row.expiresAt = Moments.micros(occasion.expires());
        em.persist(row);
    }
}
