// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of a file that was imported, told by its SHA-256. */
@Entity
@Table(name = "matters_import")
class ImportEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "matters_import")
    @SequenceGenerator(name = "matters_import", sequenceName = "matters_import_seq", allocationSize = 50)
    long id;

    String sha256;

    @Column(name = "file_name")
    String file;

    String source;
    boolean sample;

    @Column(name = "imported_at")
    long importedAt;

    @Column(name = "imported_by")
    String importedBy;

    int created;
    int changed;
    int unchanged;
}
