// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.SequenceGenerator;
import org.sanban.api.registry.Division;

/** What every row that belongs to a division has: its key, and the division with its town and county, for lists. */
@MappedSuperclass
class PlacedEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "supervision")
    @SequenceGenerator(name = "supervision", sequenceName = "supervision_seq", allocationSize = 50)
    long id;

    String division;
    String town;
    String county;

    void place(String code) {
        division = code;
        town = Division.town(code);
        county = Division.county(code);
    }
}
