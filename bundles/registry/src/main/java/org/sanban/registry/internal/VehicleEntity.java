// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.registry.Vehicle;

/** Row of a vehicle. */
@Entity
@Table(name = "registry_vehicle")
class VehicleEntity {
    @Id
    String code;

    String division;
    String name;
    boolean active;

    static VehicleEntity of(Vehicle vehicle) {
        VehicleEntity row = new VehicleEntity();
        row.code = vehicle.code();
        row.division = vehicle.division();
        row.name = vehicle.name();
        row.active = vehicle.active();
        return row;
    }

    Vehicle value() {
        return new Vehicle(code, division, name, active);
    }
}
