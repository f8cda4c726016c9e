// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.matters.OneThing;

/** Row of one version of a package, without its matters. Never changed but for whether it is the newest and in force. */
@Entity
@Table(name = "matters_package")
@IdClass(OneThingEntity.Key.class)
class OneThingEntity {
    @Id
    String code;

    @Id
    int version;

    boolean newest;

    @Column(name = "in_force")
    boolean inForce;

    String name;
    String source;
    boolean sample;

    @Column(name = "published_at")
    long publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "withdrawn_at")
    Long withdrawnAt;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    static OneThingEntity of(OneThing thing, int version, Instant now, String account) {
        OneThingEntity row = new OneThingEntity();
        row.code = thing.code();
        row.version = version;
        row.newest = true;
        row.inForce = true;
        row.name = thing.name();
        row.source = thing.source();
        row.sample = thing.sample();
        row.publishedAt = micros(now);
        row.publishedBy = account;
        return row;
    }

    /** Is in force no longer; a version that was withdrawn before keeps its date. */
    void end(Instant now, String account) {
        inForce = false;
        if (withdrawnAt == null) {
            withdrawnAt = micros(now);
            withdrawnBy = account;
        }
    }

    OneThing value(List<OneThing.Item> items) {
        return new OneThing(
                code,
                name,
                version,
                instant(publishedAt),
                withdrawnAt == null ? null : instant(withdrawnAt),
                source,
                sample,
                items);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A package's code and version. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String code;
        int version;

        Key() {}

        Key(String code, int version) {
            this.code = code;
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.version == version && Objects.equals(key.code, code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(code, version);
        }
    }
}
