// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.TakeOver.State;
import org.sanban.api.matters.TakeOverStep;

/** Row of what was written down once. Never changed. */
@Entity
@Table(name = "matters_takeover_step")
@IdClass(TakeOverStepEntity.Key.class)
class TakeOverStepEntity {
    @Id
    String division;

    @Id
    String matter;

    @Id
    int version;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "since_on")
    LocalDate since;

    String note;
    String account;
    String person;

    @Column(name = "recorded_at")
    long recordedAt;

    static TakeOverStepEntity of(TakeOverEntity row, Actor actor, Instant now) {
        TakeOverStepEntity step = new TakeOverStepEntity();
        step.division = row.division;
        step.matter = row.matter;
        step.version = row.version;
        step.account = actor.account();
        step.person = actor.name();
        step.recordedAt = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return step;
    }

    TakeOverStep value() {
        return new TakeOverStep(version, state, since, note, person, Instant.EPOCH.plus(recordedAt, ChronoUnit.MICROS));
    }

    /** Town, matter and version. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String division;
        String matter;
        int version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.version == version
                    && Objects.equals(key.division, division)
                    && Objects.equals(key.matter, matter);
        }

        @Override
        public int hashCode() {
            return Objects.hash(division, matter, version);
        }
    }
}
