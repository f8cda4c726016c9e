// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.rating.StarCriterion;

/** The criteria that are installed, whoever brings them. */
@Component(service = Criteria.class)
public final class Criteria {
    private final Map<String, StarCriterion> criteria = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCriterion(StarCriterion criterion) {
        criteria.put(criterion.id(), criterion);
    }

    void removeCriterion(StarCriterion criterion) {
        criteria.remove(criterion.id(), criterion);
    }

    Optional<StarCriterion> criterion(String id) {
        return Optional.ofNullable(criteria.get(id));
    }

    /** All, by id. */
    List<StarCriterion> all() {
        return criteria.values().stream()
                .sorted(Comparator.comparing(StarCriterion::id))
                .toList();
    }
}
