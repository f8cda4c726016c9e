// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.InList;
import org.sanban.api.data.Moments;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Division;
import org.sanban.data.Transactions;

/** The bundle's tables. Lists come newest first, by key, with one row more than asked for. */
@Component(service = MessageStore.class)
public final class MessageStore {
    private static final int KEY = 32;

    /** Digits of a county's and a town's code. */
    private static final int COUNTY = 6;

    private static final int TOWN = 9;
    private static final int VILLAGE = 12;

    private final Transactions transactions;

    @Activate
    public MessageStore(@Reference(target = "(osgi.unit.name=messages)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa);
    }

    /** Does a command in one transaction. */
    <T> T in(Function<EntityManager, T> command) {
        return transactions.in(command);
    }

    /** The key that hashes people; made once for all nodes. */
    byte[] key() {
        return transactions.in(em -> {
            KeyEntity key = em.find(KeyEntity.class, "person");
            if (key == null) {
                key = new KeyEntity();
                key.name = "person";
                key.secret = new byte[KEY];
                new SecureRandom().nextBytes(key.secret);
                em.persist(key);
            }
            return key.secret;
        });
    }

    /** Messages of a case, oldest first. */
    List<MessageEntity> of(String number) {
        return transactions.in(em -> of(em, number));
    }

    static List<MessageEntity> of(EntityManager em, String number) {
        return of(em, List.of(number)).getOrDefault(number, List.of());
    }

    /** Messages of some cases by case, oldest first. */
    static Map<String, List<MessageEntity>> of(EntityManager em, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return new HashMap<>();
        }
        return em
                .createQuery("select m from MessageEntity m where m.number in :numbers", MessageEntity.class)
                .setParameter("numbers", InList.of(numbers))
                .getResultList()
                .stream()
                .sorted((a, b) -> Long.compare(a.id, b.id))
                .collect(Collectors.groupingBy(
                        row -> row.number, HashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    /** Those of these cases whose applicant is noted. */
    static List<String> parties(EntityManager em, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select p.number from PartyEntity p where p.number in :numbers", String.class)
                        .setParameter("numbers", InList.of(numbers))
                        .getResultList();
    }

    /** Messages of a subtree; with {@code state} or {@code channel} only those. */
    List<MessageEntity> list(String division, State state, String channel, PageRequest page) {
        String prefix = Division.prefix(division);
        String place =
                switch (prefix.length()) {
                    case COUNTY -> "m.county";
                    case TOWN -> "m.town";
                    default -> "m.division";
                };
        return transactions.in(em -> {
            TypedQuery<MessageEntity> query = em.createQuery(
                    "select m from MessageEntity m where " + place + " = :place and m.id < :after"
                            + (state == null ? "" : " and m.state = :state")
                            + (channel == null ? "" : " and m.channel = :channel")
                            + " order by m.id desc",
                    MessageEntity.class);
            if (state != null) {
                query.setParameter("state", state);
            }
            if (channel != null) {
                query.setParameter("channel", channel);
            }
            return query.setParameter("place", prefix + "0".repeat(VILLAGE - prefix.length()))
                    .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                    .setMaxResults(page.fetch())
                    .getResultList();
        });
    }

    /** What is to be sent through a channel by now, oldest first. */
    List<MessageEntity> due(String channel, long now, int most) {
        return transactions.in(em -> em.createQuery(
                        "select m from MessageEntity m where m.channel = :channel and m.state = :state"
                                + " and m.dueAt <= :now order by m.dueAt, m.id",
                        MessageEntity.class)
                .setParameter("channel", channel)
                .setParameter("state", State.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList());
    }

    /** What waits, oldest first, after one of them. */
    List<MessageEntity> waiting(long after, int most) {
        return transactions.in(em -> em.createQuery(
                        "select m from MessageEntity m where m.state = :state and m.id > :after order by m.id",
                        MessageEntity.class)
                .setParameter("state", State.WAITING)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList());
    }

    /** Whether an older message of the case waits, other than a reminder whose time has not come: none overtakes it. */
    boolean isBehind(MessageEntity row) {
        return transactions.in(em -> !em.createQuery(
                        "select m.id from MessageEntity m where m.number = :number and m.channel = :channel"
                                + " and m.state = :state and m.id < :id and (m.tries > 0 or m.event <> :remind)",
                        Long.class)
                .setParameter("number", row.number)
                .setParameter("channel", row.channel)
                .setParameter("state", State.WAITING)
                .setParameter("id", row.id)
                .setParameter("remind", Occasion.REMIND)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /** When the oldest message that should have gone through a channel was due, {@code null} when none waits. */
    Long behind(String channel, long now) {
        List<MessageEntity> oldest = due(channel, now, 1);
        return oldest.isEmpty() ? null : oldest.get(0).dueAt;
    }

    /** Messages still waiting after their time. */
    List<MessageEntity> expired(long now, int most) {
        return transactions.in(em -> em.createQuery(
                        "select m from MessageEntity m where m.state = :state and m.expiresAt <= :now"
                                + " order by m.expiresAt",
                        MessageEntity.class)
                .setParameter("state", State.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList());
    }

    /**
     * Messages that are marked to be told another way by now, oldest first. Their keys come from the index alone, so that a
     * look that finds none is cheap however the database plans.
     */
    List<MessageEntity> marked(Instant now, int most) {
        return transactions.in(em -> em
                .createQuery(
                        "select m.id from MessageEntity m where m.followAt <= :now order by m.followAt, m.id",
                        Long.class)
                .setParameter("now", Moments.micros(now))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(id -> em.find(MessageEntity.class, id))
                .toList());
    }

    /**
     * Moves the mark of a message, or takes it away.
     *
     * @param at {@code null} to take it away
     * @return whether it still stood: of several one finds it
     */
    static boolean mark(EntityManager em, long id, Instant at) {
        return em.createQuery("update MessageEntity m set m.followAt = :at where m.id = :id and m.followAt is not null")
                        .setParameter("at", at == null ? null : Moments.micros(at))
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /**
     * Ids of messages that a channel knows, or knows a part of, by a reference: one, where it keeps its own apart. Not of one that
     * waits to be sent once more: the reference is that of its last try.
     */
    static Set<Long> referred(EntityManager em, String channel, String reference) {
        Set<Long> ids = new TreeSet<>(em.createQuery(
                        "select m.id from MessageEntity m where m.channel = :channel and m.reference = :reference"
                                + " and m.state <> :waiting",
                        Long.class)
                .setParameter("channel", channel)
                .setParameter("reference", reference)
                .setParameter("waiting", State.WAITING)
                .getResultList());
        ids.addAll(em.createQuery(
                        "select p.message from PartEntity p where p.channel = :channel and p.reference = :reference",
                        Long.class)
                .setParameter("channel", channel)
                .setParameter("reference", reference)
                .getResultList());
        return ids;
    }

    /** Parts of a message that went out in several, as long as it is not known what became of it. */
    static List<PartEntity> parts(EntityManager em, long message) {
        return em.createQuery("select p from PartEntity p where p.message = :message", PartEntity.class)
                .setParameter("message", message)
                .getResultList();
    }

    /** Receipts kept after a moment, newest first. */
    List<ReceiptEntity> kept(Instant after, int most) {
        return transactions.in(em -> em.createQuery(
                        "select r from ReceiptEntity r where r.keptAt > :after order by r.keptAt desc",
                        ReceiptEntity.class)
                .setParameter("after", Moments.micros(after))
                .setMaxResults(most)
                .getResultList());
    }

    /** Messages that failed through a channel, oldest first, after one of them. */
    List<MessageEntity> failed(String channel, long after, int most) {
        return transactions.in(em -> em.createQuery(
                        "select m from MessageEntity m where m.channel = :channel and m.state = :state"
                                + " and m.id > :after order by m.id",
                        MessageEntity.class)
                .setParameter("channel", channel)
                .setParameter("state", State.FAILED)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList());
    }

    /** All templates; there are as many as someone writes. */
    List<TemplateEntity> templates() {
        return transactions.in(
                em -> em.createQuery("select t from TemplateEntity t order by t.id", TemplateEntity.class)
                        .getResultList());
    }

    /** All channels that ever were. */
    List<ChannelEntity> channels() {
        return transactions.in(
                em -> em.createQuery("select c from ChannelEntity c order by c.channel", ChannelEntity.class)
                        .getResultList());
    }

    /** What is left of a consent, locked: the count is neither lost nor given back. Null where nobody ever agreed. */
    static ConsentEntity locked(EntityManager em, String channel, String address, String template) {
        return em.find(
                ConsentEntity.class, new ConsentEntity.Key(channel, address, template), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Addresses a person has bound, the newest first. */
    static List<BindingEntity> bindings(EntityManager em, String person) {
        return em.createQuery(
                        "select b from BindingEntity b where b.person = :person order by b.since desc",
                        BindingEntity.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** Addresses a person has bound, the newest first. */
    List<BindingEntity> bindings(String person) {
        return transactions.in(em -> new ArrayList<>(bindings(em, person)));
    }
}
