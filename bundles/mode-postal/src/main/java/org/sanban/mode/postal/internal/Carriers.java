// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.post.Carrier;

/** The carriers that are installed, and which of them is left alone for a while because it could not answer. */
@Component(service = Carriers.class)
public final class Carriers {
    private static final int LONGEST = 6;

    private final Map<String, Known> known = new ConcurrentSkipListMap<>();

    private record Known(Carrier carrier, int failures, Instant again) {}

    /** A carrier with its id. */
    record Named(String id, Carrier carrier) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(Carrier carrier, Map<String, Object> properties) {
        known.put(String.valueOf(properties.get("carrier.id")), new Known(carrier, 0, Instant.MIN));
    }

    public void remove(Carrier carrier) {
        known.values().removeIf(one -> one.carrier() == carrier);
    }

    boolean none() {
        return known.isEmpty();
    }

    /** Who is to be asked: the carrier that is named, or the only one there is. */
    Optional<Named> of(String id, Instant now) {
        String key = known.containsKey(id) || known.size() != 1
                ? id
                : known.keySet().iterator().next();
        return Optional.ofNullable(known.get(key))
                .filter(one -> !one.again().isAfter(now))
                .map(one -> new Named(key, one.carrier()));
    }

    void answered(Named named) {
        known.computeIfPresent(named.id(), (id, one) -> new Known(one.carrier(), 0, Instant.MIN));
    }

    /** Leaves it alone for one minute, two, four, up to an hour; returns for how long. */
    Duration failed(Named named, Instant now) {
        Known after = known.computeIfPresent(named.id(), (id, one) -> {
            Duration pause = pause(one.failures());
            return new Known(one.carrier(), one.failures() + 1, now.plus(pause));
        });
        return after == null ? Duration.ZERO : Duration.between(now, after.again());
    }

    private static Duration pause(int failures) {
        return Duration.ofMinutes(Math.min(60, 1L << Math.min(failures, LONGEST)));
    }
}
