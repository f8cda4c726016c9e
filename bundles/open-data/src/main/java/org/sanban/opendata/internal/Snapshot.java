// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sanban.api.registry.Site;

/**
 * The directory at one moment, without the guides: what exists, what belongs together, what is offered where.
 *
 * @param services published matters by code
 * @param departments who answers for them, in the order of their first matter
 * @param offers what is offered at each site, by the site's code; sites that offer the same share the list
 */
record Snapshot(List<Listed> services, List<Department> departments, List<Offer> offers) {
    /** A published matter, in brief. */
    record Listed(UUID id, String code, String name, UUID department, Instant published) {}

    /** Who answers for matters. */
    record Department(UUID id, String name, String creditCode, int services) {}

    /** What is offered at a site. */
    record Offer(UUID id, Site site, List<Listed> services) {}

    /** One service at one site. */
    record Pair(Listed service, Offer offer) {}

    Optional<Listed> service(UUID id) {
        return services.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    Optional<Department> department(UUID id) {
        return departments.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    Optional<Offer> offer(UUID id) {
        return offers.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** Where a service is offered. */
    List<Offer> offering(Listed service) {
        Map<List<Listed>, Boolean> holds = new IdentityHashMap<>();
        return offers.stream()
                .filter(o -> holds.computeIfAbsent(o.services(), list -> list.contains(service)))
                .toList();
    }

    /** A service at a site by its id. */
    Optional<Pair> pair(UUID id) {
        return services.stream()
                .filter(s -> s.id().getMostSignificantBits() == id.getMostSignificantBits())
                .flatMap(s -> offering(s).stream()
                        .filter(o -> Ids.offer(s.id(), o.id()).equals(id))
                        .map(o -> new Pair(s, o)))
                .findFirst();
    }

    /** Services at sites, by site, that fit: how many there are, and those of one page. */
    Slice<Pair> pairs(Predicate<Offer> sites, Predicate<Listed> wanted, Slice.Wish wish) {
        Map<List<Listed>, List<Listed>> filtered = new IdentityHashMap<>();
        Map<Offer, List<Listed>> fitting = new IdentityHashMap<>();
        long total = 0;
        for (Offer offer : offers) {
            if (sites.test(offer)) {
                List<Listed> services = filtered.computeIfAbsent(
                        offer.services(), list -> list.stream().filter(wanted).toList());
                fitting.put(offer, services);
                total += services.size();
            }
        }
        long skip = wish.skip();
        List<Pair> items = new ArrayList<>();
        for (Offer offer : offers) {
            List<Listed> services = fitting.getOrDefault(offer, List.of());
            for (long i = skip; i < services.size() && items.size() < wish.size(); i++) {
                items.add(new Pair(services.get((int) i), offer));
            }
            skip = Math.max(0, skip - services.size());
        }
        return new Slice<>(items, total, wish);
    }
}
