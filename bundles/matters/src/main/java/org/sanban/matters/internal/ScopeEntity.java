// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.matters.Scope;
import org.sanban.api.registry.Division;

/** Row of one version of a published list, without its matters. Never changed but for whether it is in force. */
@Entity
@Table(name = "matters_scope")
@IdClass(ScopeEntity.Key.class)
class ScopeEntity {
    @Id
    String mode;

    @Id
    String division;

    @Id
    int version;

    @Enumerated(EnumType.STRING)
    Division.Level tier;

    @Column(name = "in_force")
    boolean inForce;

    @Column(name = "published_at")
    long publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    String source;
    String rules;
    String hotline;
    boolean sample;

    static ScopeEntity of(Scope scope, int version, Instant now, String account) {
        ScopeEntity row = new ScopeEntity();
        row.mode = scope.mode();
        row.division = scope.division();
        row.tier = scope.tier();
        row.version = version;
        row.inForce = true;
        row.publishedAt = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        row.publishedBy = account;
        row.source = scope.source();
        row.rules = scope.rules();
        row.hotline = scope.hotline();
        row.sample = scope.sample();
        return row;
    }

    Scope value(Set<String> matters) {
        Instant published = Instant.EPOCH.plus(publishedAt, ChronoUnit.MICROS);
        return new Scope(mode, division, tier, version, published, source, matters, rules, hotline, sample);
    }

    /** A list's mode, division and version. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String mode;
        String division;
        int version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.version == version
                    && Objects.equals(key.mode, mode)
                    && Objects.equals(key.division, division);
        }

        @Override
        public int hashCode() {
            return Objects.hash(mode, division, version);
        }
    }
}
