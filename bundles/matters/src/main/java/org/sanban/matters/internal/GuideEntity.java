// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;

/** Row of one version of a guide. Never changed but for its withdrawal. */
@Entity
@Table(name = "matters_guide")
@IdClass(GuideEntity.Key.class)
class GuideEntity {
    @Id
    String matter;

    @Id
    int version;

    @Column(name = "published_at")
    long publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "withdrawn_at")
    Long withdrawnAt;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    @Column(name = "statutory_days")
    Integer statutoryDays;

    @Column(name = "committed_days")
    Integer committedDays;

    String content;

    static GuideEntity of(Matter matter, String account) {
        Guide guide = matter.guide();
        GuideEntity row = new GuideEntity();
        row.matter = matter.code();
        row.version = guide.version();
        row.publishedAt = micros(guide.published());
        row.publishedBy = account;
        row.statutoryDays = guide.statutoryDays();
        row.committedDays = guide.committedDays();
        row.content = Content.of(guide).json();
        return row;
    }

    void withdraw(Instant now, String account) {
        withdrawnAt = micros(now);
        withdrawnBy = account;
    }

    Guide value() {
        return Content.read(content)
                .guide(
                        version,
                        instant(publishedAt),
                        withdrawnAt == null ? null : instant(withdrawnAt),
                        statutoryDays,
                        committedDays);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A guide's matter and version. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String matter;
        int version;

        Key() {}

        Key(String matter, int version) {
            this.matter = matter;
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.version == version && Objects.equals(key.matter, matter);
        }

        @Override
        public int hashCode() {
            return Objects.hash(matter, version);
        }
    }
}
