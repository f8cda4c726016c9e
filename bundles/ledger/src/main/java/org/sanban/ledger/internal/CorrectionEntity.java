// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.identity.Actor;

/** Row of what a record said before it was corrected; only ever added. */
@Entity
@Table(name = "ledger_correction")
@IdClass(CorrectionEntity.Key.class)
class CorrectionEntity {
    /** Of what. */
    static final String SESSION = "session";

    /** Of what. */
    static final String TRAINING = "training";

    @Id
    String kind;

    @Id
    @Column(name = "record_id")
    long record;

    /** The version it was. */
    @Id
    int version;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_name")
    String changedName;

    @Column(name = "changed_at")
    long changedAt;

    String content;

    /** Keeps what a record says before it is changed, in the transaction that changes it. */
    static void keep(EntityManager em, String kind, long record, int version, Object before, Actor actor, Instant now) {
        CorrectionEntity row = new CorrectionEntity();
        row.kind = kind;
        row.record = record;
        row.version = version;
        row.changedBy = actor.account();
        row.changedName = actor.name();
        row.changedAt = Moments.micros(now);
        row.content = Json.write(before);
        em.persist(row);
    }

    /** What a record was, oldest first. */
    static <T> List<T> of(EntityManager em, String kind, long record, Function<CorrectionEntity, T> value) {
        return em
                .createQuery(
                        "select c from CorrectionEntity c where c.kind = :kind and c.record = :record"
                                + " order by c.version",
                        CorrectionEntity.class)
                .setParameter("kind", kind)
                .setParameter("record", record)
                .getResultList()
                .stream()
                .map(value)
                .toList();
    }

    /** A record's kind, number and version. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String kind;
        long record;
        int version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.kind.equals(kind) && key.record == record && key.version == version;
        }

        @Override
        public int hashCode() {
            return kind.hashCode() + Long.hashCode(record * 31 + version);
        }
    }
}
