// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.page.PageRequest;

/** The catalogue's tables. */
@Component(service = MatterStore.class)
public final class MatterStore {
    private static final String NEWEST =
            "select m, g from MatterEntity m, GuideEntity g" + " where g.matter = m.code and g.version = m.version";

    private static final Pattern WORDS = Pattern.compile("(?U)\\s+");
    private static final int MOST_WORDS = 5;

    private final JpaTemplate jpa;

    @Activate
    public MatterStore(@Reference(target = "(osgi.unit.name=matters)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    Optional<Matter> matter(String code) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(MatterEntity.class, code)).map(row -> value(em, row)));
    }

    Optional<Guide> guide(String code, int version) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(GuideEntity.class, new GuideEntity.Key(code, version)))
                .map(GuideEntity::value));
    }

    /** Matters by code, one more than asked for. */
    List<Matter> find(MatterQuery query, PageRequest page) {
        return jpa.txExpr(em -> {
            Map<String, Object> parameters = new HashMap<>();
            StringBuilder where = new StringBuilder();
            if (query.text() != null && em.find(MatterEntity.class, MatterCode.normal(query.text())) != null) {
                where.append(" and m.code = :code");
                parameters.put("code", MatterCode.normal(query.text()));
            } else if (query.text() != null) {
                // A % that was asked for is any one character: Derby binds nothing beside an ESCAPE.
                for (String word : WORDS.split(query.text(), MOST_WORDS)) {
                    String name = "word" + parameters.size();
                    where.append(" and m.name like :").append(name);
                    parameters.put(name, "%" + word.replace('%', '_') + "%");
                }
            }
            equal(where, parameters, "department", query.department());
            equal(where, parameters, "type", query.type());
            if (query.level() != null) {
                where.append(" and :level member of m.levels");
                parameters.put("level", query.level());
            }
            equal(where, parameters, "inForce", query.inForce() ? true : null);
            if (page.after() != null) {
                where.append(" and m.code > :after");
                parameters.put("after", page.after());
            }
            TypedQuery<MatterEntity> rows = em.createQuery(
                    "select m from MatterEntity m" + where.toString().replaceFirst(" and", " where")
                            + " order by m.code",
                    MatterEntity.class);
            parameters.forEach(rows::setParameter);
            return rows.setMaxResults(page.fetch()).getResultList().stream()
                    .map(row -> value(em, row))
                    .toList();
        });
    }

    /**
     * The newest version of a matter's guide.
     *
     * @param version its number
     * @param inForce whether it was not withdrawn
     */
    public record Newest(int version, boolean inForce) {}

    /** Keeps a matter as it is until the transaction ends, and tells its newest version. */
    public static Optional<Newest> hold(EntityManager em, String code) {
        return Optional.ofNullable(em.find(MatterEntity.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(row -> new Newest(row.version, row.inForce));
    }

    /** Runs several steps in one transaction; a throw undoes them all. */
    <R> R together(Function<Session, R> steps) {
        return jpa.txExpr(em -> steps.apply(new Session(em)));
    }

    /** Whether a file with this SHA-256 was imported. */
    boolean imported(String sha256) {
        return jpa.txExpr(em -> !em.createQuery("select i.id from ImportEntity i where i.sha256 = :sha", Long.class)
                .setParameter("sha", sha256)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /** What can be done within one transaction. */
    static final class Session {
        private final EntityManager em;

        private Session(EntityManager em) {
            this.em = em;
        }

        /** Those of the matters that are there, by code. */
        Map<String, Matter> matters(Collection<String> codes) {
            return newest(em, codes);
        }

        /**
         * Publishes the matters' guides as their next versions, in place of those in force.
         *
         * @param known codes of those that are there, as {@link #matters} told
         * @return the matters as they are now
         */
        List<Matter> publish(Collection<Matter> matters, Set<String> known, Instant now, String account) {
            List<Matter> published = matters.stream()
                    .map(matter -> next(matter, known.contains(matter.code()), now, account))
                    .toList();
            em.flush();
            outdate(matters.stream().map(Matter::code).filter(known::contains).toList());
            published.forEach(matter -> em.persist(GuideEntity.of(matter, account)));
            em.flush();
            return published;
        }

        /** Withdraws a version in force. */
        void withdraw(String code, int version, Instant now, String account) {
            em.find(MatterEntity.class, code).inForce = false;
            em.find(GuideEntity.class, new GuideEntity.Key(code, version)).withdraw(now, account);
            em.flush();
            outdate(List.of(code));
        }

        /** Notes that a file was imported. */
        void note(ImportEntity row) {
            em.persist(row);
        }

        /** Forgets what was written, so that a long import stays small in memory. */
        void forget() {
            em.flush();
            em.clear();
        }

        /** What is published of these matters outside is no longer the guide in force. */
        private void outdate(Collection<String> codes) {
            if (!codes.isEmpty()) {
                em.createQuery("update PostingEntity p set p.outdated = :outdated"
                                + " where p.outdated <> :outdated and p.matter in :codes")
                        .setParameter("outdated", true)
                        .setParameter("codes", codes)
                        .executeUpdate();
            }
        }

        private Matter next(Matter matter, boolean known, Instant now, String account) {
            MatterEntity row = known ? em.find(MatterEntity.class, matter.code()) : new MatterEntity();
            if (known) {
                GuideEntity last = em.find(GuideEntity.class, new GuideEntity.Key(row.code, row.version));
                if (last.withdrawnAt == null) {
                    last.withdraw(now, account);
                }
            }
            Guide guide = Content.of(matter.guide())
                    .guide(
                            row.version + 1,
                            now,
                            null,
                            matter.guide().statutoryDays(),
                            matter.guide().committedDays());
            row.set(with(matter, guide));
            em.persist(row);
            return row.value(guide);
        }
    }

    /** The same matter with another guide. */
    static Matter with(Matter matter, Guide guide) {
        return new Matter(
                matter.code(),
                matter.name(),
                matter.department(),
                matter.departmentCode(),
                matter.type(),
                matter.source(),
                matter.sample(),
                guide);
    }

    private static Map<String, Matter> newest(EntityManager em, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery("select m from MatterEntity m where m.code in :codes", MatterEntity.class)
                .setParameter("codes", codes)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.code, row -> value(em, row)));
    }

    /** The row with its newest guide: by key, since Derby joins the two by reading every guide there is. */
    private static Matter value(EntityManager em, MatterEntity row) {
        return row.value(em.find(GuideEntity.class, new GuideEntity.Key(row.code, row.version))
                .value());
    }

    private static void equal(StringBuilder where, Map<String, Object> parameters, String field, Object value) {
        if (value != null) {
            where.append(" and m.").append(field).append(" = :").append(field);
            parameters.put(field, value);
        }
    }
}
