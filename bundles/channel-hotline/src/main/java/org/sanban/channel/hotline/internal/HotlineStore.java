// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.Moments;
import org.sanban.api.page.PageRequest;
import org.sanban.channel.hotline.internal.OutEntity.Told;
import org.sanban.data.Transactions;

/** The bundle's tables. Lists come newest first, by key, with one row more than asked for. */
@Component(service = HotlineStore.class)
public final class HotlineStore {
    /** Digits that the codes of a subtree begin with. */
    private static final int COUNTY = 6;

    private static final int TOWN = 9;
    private static final int VILLAGE = 12;
    private static final int REASON = 200;
    private static final String OUT = "out";

    private final Transactions transactions;

    @Activate
    public HotlineStore(@Reference(target = "(osgi.unit.name=hotline)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa);
    }

    /** Does a command in one transaction. */
    <T> T in(Function<Ledger, T> command) {
        return transactions.in(em -> command.apply(new Ledger(em)));
    }

    /**
     * Which orders of divisions whose code starts with {@code prefix}; what is {@code null} asks nothing.
     *
     * @param creator only those that this account brought
     * @param late only those late on this day
     */
    record Wanted(
            String prefix, State state, Kind kind, String number, String assignee, String creator, LocalDate late) {
        Map<String, Object> conditions() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("state = :state", state);
            all.put("kind = :kind", kind);
            all.put("number = :number", number);
            all.put("assignee = :assignee", assignee);
            all.put("createdBy = :creator", creator);
            all.put("lateFrom <= :late", late);
            all.values().removeIf(value -> value == null);
            return all;
        }
    }

    /** Orders, newest first. */
    List<OrderEntity> orders(Wanted wanted, PageRequest page) {
        Map<String, Object> conditions = wanted.conditions();
        StringBuilder text = new StringBuilder("select o from OrderEntity o where o.id < :after");
        if (wanted.prefix() != null) {
            text.append(" and o").append(place(wanted.prefix()));
        }
        conditions.keySet().forEach(condition -> text.append(" and o.").append(condition));
        return transactions.in(em -> {
            TypedQuery<OrderEntity> query = em.createQuery(text + " order by o.id desc", OrderEntity.class);
            if (wanted.prefix() != null) {
                query.setParameter("place", code(wanted.prefix()));
            }
            conditions.forEach(
                    (condition, value) -> query.setParameter(condition.substring(condition.indexOf(':') + 1), value));
            return query.setParameter("after", page.afterNumber(Long.MAX_VALUE))
                    .setMaxResults(page.fetch())
                    .getResultList();
        });
    }

    /** Orders that came through the open door in a span of time, newest first. */
    List<OrderEntity> filed(Instant from, Instant to, Collection<State> states, Collection<Kind> kinds, int most) {
        return transactions.in(em -> em.createQuery(
                        "select o from OrderEntity o where o.via = :via and o.receivedAt >= :from and"
                                + " o.receivedAt <= :to and o.state in :states and o.kind in :kinds"
                                + " order by o.receivedAt desc, o.id desc",
                        OrderEntity.class)
                .setParameter("via", OrderEntity.Via.OPEN311)
                .setParameter("from", Moments.micros(from))
                .setParameter("to", Moments.micros(to))
                .setParameter("states", states)
                .setParameter("kinds", kinds)
                .setMaxResults(most)
                .getResultList());
    }

    /** Orders with these numbers that came through the open door. */
    List<OrderEntity> filed(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : transactions.in(em -> em.createQuery(
                                "select o from OrderEntity o where o.number in :numbers and o.via = :via"
                                        + " order by o.receivedAt desc, o.id desc",
                                OrderEntity.class)
                        .setParameter("numbers", numbers)
                        .setParameter("via", OrderEntity.Via.OPEN311)
                        .getResultList());
    }

    /** Orders whose last day is not set and whose limit runs, by key, after one of them. */
    List<OrderEntity> undated(long after, int most) {
        return transactions.in(em -> em.createQuery(
                        "select o from OrderEntity o where o.dueOn is null and o.limitDays is not null"
                                + " and o.state in :open and o.id > :after order by o.id",
                        OrderEntity.class)
                .setParameter("open", List.of(State.RECEIVED, State.ASSIGNED))
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList());
    }

    /** How many orders are late on a day. */
    long late(LocalDate day) {
        return transactions.in(
                em -> em.createQuery("select count(o) from OrderEntity o where o.lateFrom <= :day", Long.class)
                        .setParameter("day", day)
                        .getSingleResult());
    }

    /** How many steps the centre is to be told, or refused to be. */
    long untold(Told state) {
        return transactions.in(
                em -> em.createQuery("select count(t) from OutEntity t where t.state = :state", Long.class)
                        .setParameter("state", state)
                        .getSingleResult());
    }

    /** A step that the centre is to be told, with its order. */
    record Waiting(OrderEntity order, StepEntity step) {}

    /** The first that waits. */
    Optional<Waiting> waiting() {
        return transactions.in(em -> em
                .createQuery(
                        "select t from OutEntity t where t.state = :waiting order by t.doneAt, t.orderId, t.seq",
                        OutEntity.class)
                .setParameter("waiting", Told.WAITING)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(out -> new Waiting(em.find(OrderEntity.class, out.orderId), em.find(StepEntity.class, key(out)))));
    }

    /** Whether this node may tell the centre until {@code until}; no other then does. */
    boolean lease(String node, Instant now, Instant until) {
        return transactions.in(em -> em.createQuery("update LeaseEntity l set l.node = :node, l.validUntil = :until"
                                + " where l.name = :name and (l.node = :node or l.validUntil < :now)")
                        .setParameter("node", node)
                        .setParameter("until", Moments.micros(until))
                        .setParameter("name", OUT)
                        .setParameter("now", Moments.micros(now))
                        .executeUpdate()
                == 1);
    }

    /** Gives the lease back, so that another node need not wait for its end. */
    void release(String node) {
        transactions.in(em -> em.createQuery(
                        "update LeaseEntity l set l.validUntil = 0 where l.name = :name and l.node = :node")
                .setParameter("name", OUT)
                .setParameter("node", node)
                .executeUpdate());
    }

    /** The centre was told. */
    void sent(Waiting told, Instant now) {
        ended(told, Told.SENT, null, Moments.micros(now));
    }

    /** The centre refused to be told: the step waits until somebody has it sent again. */
    void refused(Waiting told, String reason) {
        ended(told, Told.REFUSED, reason.length() > REASON ? reason.substring(0, REASON) : reason, null);
    }

    private void ended(Waiting told, Told state, String reason, Long at) {
        transactions.in(em -> {
            OutEntity row = em.find(OutEntity.class, key(told.step().orderId, told.step().seq));
            row.state = state;
            row.reason = reason;
            row.sentAt = at;
            return row;
        });
    }

    private static StepEntity.Key key(OutEntity out) {
        return key(out.orderId, out.seq);
    }

    private static StepEntity.Key key(long order, int seq) {
        StepEntity.Key key = new StepEntity.Key();
        key.orderId = order;
        key.seq = seq;
        return key;
    }

    /** An equality for a county, town or village: an index then gives the newest first without sorting. */
    private static String place(String prefix) {
        return switch (prefix.length()) {
            case COUNTY -> ".county = :place";
            case TOWN -> ".town = :place";
            case VILLAGE -> ".division = :place";
            default -> ".division like :place";
        };
    }

    private static String code(String prefix) {
        boolean above = prefix.length() < COUNTY;
        return above ? prefix + "%" : prefix + "0".repeat(VILLAGE - prefix.length());
    }
}
