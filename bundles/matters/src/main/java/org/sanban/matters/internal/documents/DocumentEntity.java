// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.documents;

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

/** Row of one version of a document. Never changed but for whether it is the newest and in force. */
@Entity
@Table(name = "matters_document")
@IdClass(DocumentEntity.Key.class)
class DocumentEntity {
    @Id
    String division;

    @Id
    String code;

    @Id
    int version;

    boolean newest;

    @Column(name = "in_force")
    boolean inForce;

    String title;
    String number;
    String issuer;
    String about;
    String source;
    boolean sample;
    String attachment;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "file_size")
    long fileSize;

    @Column(name = "file_hash")
    String fileHash;

    @Column(name = "published_at")
    long publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "withdrawn_at")
    Long withdrawnAt;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    /** Whether it says what another does. */
    boolean says(DocumentEntity other) {
        return title.equals(other.title)
                && Objects.equals(number, other.number)
                && issuer.equals(other.issuer)
                && about.equals(other.about)
                && source.equals(other.source)
                && sample == other.sample
                && attachment.equals(other.attachment);
    }

    /** Is in force no longer; a version that was withdrawn before keeps its date. */
    void end(Instant now, String account) {
        inForce = false;
        if (withdrawnAt == null) {
            withdrawnAt = micros(now);
            withdrawnBy = account;
        }
    }

    RuleDocument value() {
        return new RuleDocument(
                division,
                code,
                version,
                title,
                number,
                issuer,
                about,
                source,
                sample,
                fileName,
                fileSize,
                fileHash,
                instant(publishedAt),
                withdrawnAt == null ? null : instant(withdrawnAt));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A document's division, code and version. */
    static class Key implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        String division;
        String code;
        int version;

        Key() {}

        Key(String division, String code, int version) {
            this.division = division;
            this.code = code;
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.version == version
                    && Objects.equals(key.division, division)
                    && Objects.equals(key.code, code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(division, code, version);
        }
    }
}
