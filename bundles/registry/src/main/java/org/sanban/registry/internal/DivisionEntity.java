// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.registry.Division;

/** Row of a division; its level shows in its code. */
@Entity
@Table(name = "registry_division")
class DivisionEntity {
    @Id
    String code;

    String name;
    String parent;

    static DivisionEntity of(Division division) {
        DivisionEntity row = new DivisionEntity();
        row.code = division.code();
        row.name = division.name();
        row.parent = division.parent();
        return row;
    }

    Division value() {
        return new Division(code, name, Division.level(code), parent);
    }
}
