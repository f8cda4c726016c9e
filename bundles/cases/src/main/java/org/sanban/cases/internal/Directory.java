// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Vehicle;

/** The colleagues, matters and vehicles that a command may name; what is not to be had is empty. */
record Directory(IdentityService identity, MatterService matters, RegistryService registry) {
    /** Sees every division: whom a command names may belong to another office. */
    private static final Actor ANYWHERE = Actor.system("cases", "");

    /** An active account of an office of the same county as {@code division}, or of one above it. */
    Optional<Account> colleague(String login, String division) {
        return found(() -> identity.account(login.strip(), ANYWHERE))
                .filter(Account::active)
                .filter(account -> Division.contains(county(division), account.division())
                        || Division.contains(account.division(), division));
    }

    /** A matter that is in force. */
    Optional<Matter> matter(String code, Instant now) {
        return found(() -> matters.matter(code)).filter(matter -> matter.guide().inForce(now));
    }

    /** A vehicle of the same county that can be booked. */
    Optional<Vehicle> vehicle(String code, String division) {
        return found(() -> registry.vehicle(code))
                .filter(Vehicle::active)
                .filter(vehicle -> Division.contains(county(division), vehicle.division()));
    }

    private static String county(String division) {
        return division.substring(0, 6) + "000000";
    }

    private static <T> Optional<T> found(Supplier<T> search) {
        try {
            return Optional.of(search.get());
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND || problem.kind() == Problem.Kind.INVALID) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
