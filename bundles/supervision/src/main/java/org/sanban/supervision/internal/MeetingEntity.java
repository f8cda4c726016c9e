// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Row of a leaders' meeting. */
@Entity
@Table(name = "supervision_meeting")
class MeetingEntity extends PlacedEntity {
    @Column(name = "held_on")
    LocalDate heldOn;

    String chair;
    String topic;
    String minutes;
    String evidence;
    String account;
}
