// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of rule documents. */
@Component(service = DocumentStore.class)
public final class DocumentStore {
    private final JpaTemplate jpa;

    @Activate
    public DocumentStore(@Reference(target = "(osgi.unit.name=matters)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    Optional<DocumentEntity> newest(String division, String code) {
        return jpa.txExpr(em -> newest(em, division, code));
    }

    Optional<DocumentEntity> version(String division, String code, int version) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(DocumentEntity.class, new DocumentEntity.Key(division, code, version))));
    }

    /**
     * Documents in force of these divisions, by division and code.
     *
     * @param about only those about this, {@code null} for all
     * @param after division and code to begin after, {@code null} for the first
     */
    List<RuleDocument> inForce(List<String> divisions, String about, String[] after, int most) {
        return jpa.txExpr(em -> {
            TypedQuery<DocumentEntity> rows = em.createQuery(
                            "select d from DocumentEntity d where d.division in :divisions and d.inForce = :force"
                                    + (about == null ? "" : " and d.about = :about")
                                    + (after == null
                                            ? ""
                                            : " and (d.division > :place or (d.division = :place and d.code > :code))")
                                    + " order by d.division, d.code",
                            DocumentEntity.class)
                    .setParameter("divisions", divisions)
                    .setParameter("force", true);
            if (about != null) {
                rows.setParameter("about", about);
            }
            if (after != null) {
                rows.setParameter("place", after[0]).setParameter("code", after[1]);
            }
            return rows.setMaxResults(most).getResultList().stream()
                    .map(DocumentEntity::value)
                    .toList();
        });
    }

    /** Publishes a document as its next version; one that says what is in force already changes nothing. */
    RuleDocument publish(DocumentEntity wanted, Instant now, String account) {
        return jpa.txExpr(em -> {
            DocumentEntity last = newest(em, wanted.division, wanted.code).orElse(null);
            if (last != null && last.inForce && last.says(wanted)) {
                return last.value();
            }
            if (last != null) {
                last.newest = false;
                last.end(now, account);
            }
            wanted.version = last == null ? 1 : last.version + 1;
            wanted.newest = true;
            wanted.inForce = true;
            wanted.publishedAt = DocumentEntity.micros(now);
            wanted.publishedBy = account;
            em.persist(wanted);
            em.flush();
            return wanted.value();
        });
    }

    /** Withdraws the newest version; empty when it is not in force. */
    Optional<RuleDocument> withdraw(String division, String code, Instant now, String account) {
        return jpa.txExpr(
                em -> newest(em, division, code).filter(row -> row.inForce).map(row -> {
                    row.end(now, account);
                    return row.value();
                }));
    }

    private static Optional<DocumentEntity> newest(EntityManager em, String division, String code) {
        return em
                .createQuery(
                        "select d from DocumentEntity d"
                                + " where d.division = :division and d.code = :code and d.newest = :newest",
                        DocumentEntity.class)
                .setParameter("division", division)
                .setParameter("code", code)
                .setParameter("newest", true)
                .getResultList()
                .stream()
                .findFirst();
    }
}
