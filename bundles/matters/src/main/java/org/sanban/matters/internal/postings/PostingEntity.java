// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

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
import org.sanban.api.matters.Posting;

/** Row of what is published of a matter in a channel. */
@Entity
@Table(name = "matters_posting")
@IdClass(PostingEntity.Key.class)
class PostingEntity {
    @Id
    String matter;

    @Id
    String channel;

    int version;

    /** Whether it is not the guide in force: set here when it is recorded, and by the catalogue when the guide changes. */
    boolean outdated;

    String reference;

    @Column(name = "posted_at")
    long postedAt;

    @Column(name = "posted_by")
    String postedBy;

    void set(Posting posting) {
        matter = posting.matter();
        channel = posting.channel();
        version = posting.version();
        reference = posting.reference();
        postedAt = ChronoUnit.MICROS.between(Instant.EPOCH, posting.postedAt());
        postedBy = posting.postedBy();
    }

    Posting value() {
        return new Posting(
                matter, version, channel, reference, Instant.EPOCH.plus(postedAt, ChronoUnit.MICROS), postedBy);
    }

    /** A matter and a channel. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String matter;
        String channel;

        Key() {}

        Key(String matter, String channel) {
            this.matter = matter;
            this.channel = channel;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(key.matter, matter)
                    && Objects.equals(key.channel, channel);
        }

        @Override
        public int hashCode() {
            return Objects.hash(matter, channel);
        }
    }
}
