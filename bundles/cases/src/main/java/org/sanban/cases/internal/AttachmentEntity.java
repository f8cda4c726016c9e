// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a stored file; its content lies on disk under its id. */
@Entity
@Table(name = "cases_attachment")
class AttachmentEntity {
    @Id
    String id;

    /** The case that names it, null while none does. */
    @Column(name = "case_id")
    Long caseId;

    /** The division it is evidence of, null for a case's and for an unused one. */
    String division;

    String name;
    String type;
    long size;
    byte[] hash;

    @Column(name = "stored_at")
    long storedAt;

    @Column(name = "stored_by")
    String storedBy;
}
