// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** The tables of plaques, model sites and demonstration meetings. Lists are newest first, one row more than asked for. */
@Component(service = HonourStore.class)
public final class HonourStore {
    private static final Texts TEXTS = Texts.of(HonourStore.class);

    private final JpaTemplate jpa;

    @Activate
    public HonourStore(@Reference(target = "(osgi.unit.name=rating)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The plaque that stands at a site. */
    Optional<Plaque> plaque(String site) {
        return jpa.txExpr(em -> em
                .createQuery("select p from PlaqueEntity p where p.standing = :site", PlaqueEntity.class)
                .setParameter("site", site)
                .getResultList()
                .stream()
                .findFirst()
                .map(PlaqueEntity::value));
    }

    List<Plaque> plaques(String prefix, PageRequest page) {
        return jpa.txExpr(em -> list(em, PlaqueEntity.class, prefix, page).stream()
                .map(PlaqueEntity::value)
                .toList());
    }

    /** @param taken told of a plaque that has the number or stands at the site; a throw adds none */
    Plaque add(Plaque plaque, Consumer<Plaque> taken) {
        return jpa.txExpr(em -> {
            em.createQuery(
                            "select p from PlaqueEntity p where p.number = :number or p.standing = :site",
                            PlaqueEntity.class)
                    .setParameter("number", plaque.number())
                    .setParameter("site", plaque.site())
                    .getResultList()
                    .forEach(row -> taken.accept(row.value()));
            PlaqueEntity row = PlaqueEntity.of(plaque);
            em.persist(row);
            return row.value();
        });
    }

    /**
     * Takes a plaque back.
     *
     * @param before told of it as it is; a throw leaves it so
     */
    Plaque withdraw(long id, LocalDate day, String reason, String account, Consumer<Plaque> before) {
        return jpa.txExpr(em -> {
            PlaqueEntity row = found(em, PlaqueEntity.class, id, "plaque.unknown");
            before.accept(row.value());
            row.standing = null;
            row.withdrawnOn = day;
            row.withdrawnBy = account;
            row.reason = reason;
            return row.value();
        });
    }

    List<Model> models(String prefix, PageRequest page) {
        return jpa.txExpr(em -> list(em, ModelEntity.class, prefix, page).stream()
                .map(ModelEntity::value)
                .toList());
    }

    /** @param taken told that the site is a model already; a throw adds none */
    Model add(Model model, Consumer<Model> taken) {
        return jpa.txExpr(em -> {
            em.createQuery("select m from ModelEntity m where m.standing = :site", ModelEntity.class)
                    .setParameter("site", model.site())
                    .getResultList()
                    .forEach(row -> taken.accept(row.value()));
            ModelEntity row = ModelEntity.of(model);
            em.persist(row);
            return row.value();
        });
    }

    /** Ends a model, as {@link #withdraw} takes a plaque back. */
    Model end(long id, LocalDate day, Consumer<Model> before) {
        return jpa.txExpr(em -> {
            ModelEntity row = found(em, ModelEntity.class, id, "model.unknown");
            before.accept(row.value());
            row.standing = null;
            row.untilOn = day;
            return row.value();
        });
    }

    List<Meeting> meetings(String prefix, PageRequest page) {
        return jpa.txExpr(em -> list(em, MeetingEntity.class, prefix, page).stream()
                .map(MeetingEntity::value)
                .toList());
    }

    /** Creates ({@code id} 0) or replaces a meeting. */
    Meeting put(Meeting meeting, Consumer<Meeting> before) {
        return jpa.txExpr(em -> {
            MeetingEntity row = new MeetingEntity();
            if (meeting.id() != 0) {
                row = found(em, MeetingEntity.class, meeting.id(), "meeting.unknown");
                before.accept(row.value());
            }
            row.set(meeting);
            em.persist(row);
            return row.value();
        });
    }

    private static <T> List<T> list(EntityManager em, Class<T> type, String prefix, PageRequest page) {
        return em.createQuery(
                        "select e from " + type.getSimpleName() + " e where e.division >= :prefix"
                                + " and e.division < :end and e.id < :after order by e.id desc",
                        type)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", page.afterNumber(Long.MAX_VALUE))
                .setMaxResults(page.fetch())
                .getResultList();
    }

    private static <T> T found(EntityManager em, Class<T> type, long id, String unknown) {
        T row = em.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.notFound(TEXTS.get(unknown, id));
        }
        return row;
    }
}
