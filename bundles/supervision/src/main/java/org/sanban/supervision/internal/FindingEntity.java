// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** Row of what a visit found; rows are added and never changed. */
@Entity
@Table(name = "supervision_finding")
class FindingEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "supervision_finding")
    @SequenceGenerator(name = "supervision_finding", sequenceName = "supervision_seq", allocationSize = 50)
    long id;

    long inspection;
    String cause;
    String text;
    String evidence;

    @Column(name = "noted_at")
    long at;
}
