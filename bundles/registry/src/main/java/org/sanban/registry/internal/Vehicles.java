// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import com.github.benmanes.caffeine.cache.Cache;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Vehicle;

/** The vehicles that visits are made with. */
final class Vehicles {
    private final TeamStore store;
    private final RegistryService registry;
    private final Cache<String, Vehicle> remembered = RegistryManager.cache();

    Vehicles(TeamStore store, RegistryService registry) {
        this.store = store;
        this.registry = registry;
    }

    Vehicle get(String code) {
        return remembered.get(
                RegistryManager.key(code), c -> store.vehicle(c).orElseThrow(() -> Problem.notFound("vehicle", c)));
    }

    Page<Vehicle> list(String division, PageRequest page) {
        String prefix = Division.prefix(registry.division(division).code());
        return Page.of(store.vehicles(prefix, page), page, Vehicle::code);
    }

    Vehicle save(Vehicle vehicle, Actor actor) {
        new Faults()
                .check(RegistryManager.key(vehicle.code()).matches("[-A-Z0-9]{2,20}"), "code", "vehicle.code")
                .division("division", vehicle.division(), registry)
                .text("name", vehicle.name(), 100)
                .raise();
        RegistryManager.administers(vehicle.division(), actor);
        store.put(vehicle, known -> RegistryManager.administers(known.division(), actor));
        remembered.invalidate(vehicle.code());
        return vehicle;
    }
}
