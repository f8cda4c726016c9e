// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.Moments;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Period;
import org.sanban.data.Transactions;

/** The bundle's tables. Lists come newest first, by key, with one row more than asked for. */
@Component(service = EvaluationStore.class)
public final class EvaluationStore {
    private static final int KEY = 32;

    /** Digits that the codes of a subtree begin with. */
    private static final int COUNTY = 6;

    private static final int TOWN = 9;
    private static final int VILLAGE = 12;

    private final Transactions transactions;

    @Activate
    public EvaluationStore(@Reference(target = "(osgi.unit.name=evaluation)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa);
    }

    /** Does a command in one transaction. */
    <T> T in(Function<Ledger, T> command) {
        return transactions.in(em -> command.apply(new Ledger(em)));
    }

    /** The key that signs links; made once for all nodes. */
    byte[] key() {
        return transactions.in(em -> {
            KeyEntity key = em.find(KeyEntity.class, "link");
            if (key == null) {
                key = new KeyEntity();
                key.name = "link";
                key.secret = new byte[KEY];
                new SecureRandom().nextBytes(key.secret);
                em.persist(key);
            }
            return key.secret;
        });
    }

    /** Keeps an invitation, unless there is one of the same case and occasion. */
    void invite(InvitationEntity invitation, String personName) {
        transactions.in(em -> {
            if (of(em, invitation.number).stream().noneMatch(row -> row.occasion.equals(invitation.occasion))) {
                if (invitation.person != null) {
                    PersonEntity person = new PersonEntity();
                    person.account = invitation.person;
                    person.name = personName;
                    em.merge(person);
                }
                em.persist(invitation);
            }
            return null;
        });
    }

    /** The invitations of a case, oldest first. */
    List<InvitationEntity> invitations(String number) {
        return transactions.in(em -> of(em, number));
    }

    private static List<InvitationEntity> of(EntityManager em, String number) {
        return em.createQuery(
                        "select i from InvitationEntity i where i.number = :number order by i.invitedAt, i.id",
                        InvitationEntity.class)
                .setParameter("number", number)
                .getResultList();
    }

    /** Invitations of divisions whose code starts with {@code prefix}; with {@code open}, those that wait for a rating. */
    List<InvitationEntity> invitations(String prefix, Instant open, PageRequest page) {
        return transactions.in(em -> {
            TypedQuery<InvitationEntity> query = em.createQuery(
                    "select i from InvitationEntity i where " + place("i", prefix) + " and i.id < :after"
                            + (open == null ? "" : " and i.rated = 0 and i.expiresAt > :now")
                            + " order by i.id desc",
                    InvitationEntity.class);
            if (open != null) {
                query.setParameter("now", Moments.micros(open));
            }
            return range(query, prefix, page).getResultList();
        });
    }

    /** An invitation by its id. */
    InvitationEntity invitation(long id) {
        InvitationEntity row = transactions.in(em -> em.find(InvitationEntity.class, id));
        if (row == null) {
            throw Problem.notFound("invitation", Long.toString(id));
        }
        return row;
    }

    /** Invitations by id. */
    Map<Long, InvitationEntity> invitations(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : transactions.in(em -> em
                        .createQuery("select i from InvitationEntity i where i.id in :ids", InvitationEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity())));
    }

    /**
     * Ratings of divisions whose code starts with {@code prefix}.
     *
     * @param person only those of this account, {@code null} for all
     * @param bad only bad ones
     */
    List<RatingEntity> ratings(String prefix, String person, boolean bad, PageRequest page) {
        return transactions.in(em -> {
            TypedQuery<RatingEntity> query = em.createQuery(
                    "select r from RatingEntity r where " + place("r", prefix) + " and r.id < :after"
                            + (person == null ? "" : " and r.person = :person")
                            + (bad ? " and r.overall in :bad" : "")
                            + " order by r.id desc",
                    RatingEntity.class);
            if (person != null) {
                query.setParameter("person", person);
            }
            if (bad) {
                query.setParameter("bad", List.of(Level.DISSATISFIED, Level.VERY_DISSATISFIED));
            }
            return range(query, prefix, page).getResultList();
        });
    }

    /** Ratings that count, in the order they were given, after a moment and id and not after {@code until}. */
    List<RatingEntity> given(String prefix, long at, long id, Instant until, int most) {
        return transactions.in(em -> em.createQuery(
                        "select r from RatingEntity r where r.ratedAt >= :at and (r.ratedAt > :at or r.id > :id)"
                                + " and r.ratedAt <= :until and r.malicious = :malicious and "
                                + place("r", prefix) + " order by r.ratedAt, r.id",
                        RatingEntity.class)
                .setParameter("at", at)
                .setParameter("id", id)
                .setParameter("until", Moments.micros(until))
                .setParameter("malicious", false)
                .setParameter("place", place(prefix))
                .setMaxResults(most)
                .getResultList());
    }

    /** Ratings of a case, the first or the second of each occasion, in the order they were given. */
    List<RatingEntity> ratings(String number, int nth) {
        return transactions.in(em -> em.createQuery(
                        "select r from RatingEntity r, InvitationEntity i where i.number = :number"
                                + " and r.invitation = i.id and r.nth = :nth order by r.ratedAt, r.id",
                        RatingEntity.class)
                .setParameter("number", number)
                .setParameter("nth", nth)
                .getResultList());
    }

    /**
     * Rectifications of divisions whose code starts with {@code prefix}.
     *
     * @param state only these, {@code null} for all
     * @param late only those late on this day, {@code null} for all
     * @param mine only those that rate this account or are assigned to it, {@code null} for all
     */
    List<RectificationEntity> rectifications(
            String prefix, RectificationEntity.State state, LocalDate late, String mine, PageRequest page) {
        return transactions.in(em -> {
            TypedQuery<RectificationEntity> query = em.createQuery(
                    "select r from RectificationEntity r where " + place("r", prefix) + " and r.id < :after"
                            + (state == null ? "" : " and r.state = :state")
                            + (late == null ? "" : " and r.lateFrom <= :late")
                            + (mine == null ? "" : " and (r.person = :mine or r.assignee = :mine)")
                            + " order by r.id desc",
                    RectificationEntity.class);
            if (state != null) {
                query.setParameter("state", state);
            }
            if (late != null) {
                query.setParameter("late", late);
            }
            if (mine != null) {
                query.setParameter("mine", mine);
            }
            return range(query, prefix, page).getResultList();
        });
    }

    /** Rectifications whose last day is not set, by key, after one of them. */
    List<RectificationEntity> undated(long after, int most) {
        return transactions.in(em -> em.createQuery(
                        "select r from RectificationEntity r where r.dueOn is null and r.state <> :none"
                                + " and r.id > :after order by r.id",
                        RectificationEntity.class)
                .setParameter("none", RectificationEntity.State.VOID)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList());
    }

    /** Rectifications that are late on a day and of which nobody was told yet. */
    List<Long> untold(LocalDate day, int most) {
        return transactions.in(em -> em.createQuery(
                        "select r.id from RectificationEntity r where r.lateFrom <= :day and r.toldOn is null"
                                + " order by r.lateFrom, r.id",
                        Long.class)
                .setParameter("day", day)
                .setMaxResults(most)
                .getResultList());
    }

    /** How many rectifications are late on a day. */
    long late(LocalDate day) {
        return transactions.in(
                em -> em.createQuery("select count(r) from RectificationEntity r where r.lateFrom <= :day", Long.class)
                        .setParameter("day", day)
                        .getSingleResult());
    }

    /** Sums of a period by key, see {@link Sums#read}. */
    Map<String, Tally> sums(Scope.By by, String prefix, String after, String ending, Period period, int most) {
        return transactions.in(em -> new Sums(em).read(by, prefix, after, ending, period, most));
    }

    /** Names of people who were rated. */
    Map<String, String> names(Collection<String> accounts) {
        Map<String, String> names = new HashMap<>();
        if (!accounts.isEmpty()) {
            transactions
                    .in(em -> em.createQuery(
                                    "select p from PersonEntity p where p.account in :accounts", PersonEntity.class)
                            .setParameter("accounts", accounts)
                            .getResultList())
                    .forEach(row -> names.put(row.account, row.name));
        }
        return names;
    }

    /** An equality for a county, town or village: an index then gives the newest first without sorting. */
    private static String place(String alias, String prefix) {
        return alias
                + switch (prefix.length()) {
                    case COUNTY -> ".county = :place";
                    case TOWN -> ".town = :place";
                    case VILLAGE -> ".division = :place";
                    default -> ".division like :place";
                };
    }

    private static String place(String prefix) {
        boolean above = prefix.length() < COUNTY;
        return above ? prefix + "%" : prefix + "0".repeat(VILLAGE - prefix.length());
    }

    private static <T> TypedQuery<T> range(TypedQuery<T> query, String prefix, PageRequest page) {
        return query.setParameter("place", place(prefix))
                .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                .setMaxResults(page.fetch());
    }
}
