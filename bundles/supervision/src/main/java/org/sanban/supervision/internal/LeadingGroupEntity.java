// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sanban.api.supervision.LeadingGroup;

/** Row of a leading group; only the day on which it ended is ever set afterwards. */
@Entity
@Table(name = "supervision_leading_group")
class LeadingGroupEntity extends PlacedEntity {
    String name;
    String head;
    String members;
    String office;
    String document;

    @Column(name = "formed_on")
    LocalDate formedOn;

    @Column(name = "ended_on")
    LocalDate endedOn;

    String evidence;
    String account;

    LeadingGroup value() {
        return new LeadingGroup(
                id,
                division,
                name,
                head,
                Words.parted(members),
                office,
                document,
                formedOn,
                endedOn,
                Words.parted(evidence));
    }
}
