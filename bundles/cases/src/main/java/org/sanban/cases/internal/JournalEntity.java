// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a journal entry; written once, never changed. */
@Entity
@Table(name = "cases_journal")
class JournalEntity {
    @Id
    long id;

    @Column(name = "case_id")
    long caseId;

    int seq;

    @Column(name = "done_at")
    long at;

    String kind;
    String action;

    @Column(name = "from_stage")
    String fromStage;

    @Column(name = "to_stage")
    String toStage;

    String account;
    String actor;
    String channel;
    boolean shown;
    String detail;
    byte[] hash;

    /** Account and idempotency key, null without one. */
    String idem;

    /** SM3 of the request the idempotency key stands for. */
    byte[] request;
}
