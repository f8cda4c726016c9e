// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a person or a vehicle that was ever booked; whoever books it changes the row first. */
@Entity
@Table(name = "cases_resource")
class ResourceEntity {
    @Id
    String resource;

    /** How often it was booked. */
    long bookings;
}
