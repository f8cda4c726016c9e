// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.util.HashMap;
import java.util.Map;
import javax.persistence.TypedQuery;
import org.sanban.api.registry.Division;

/** Which rows of a list: those of a division and below, and what else is asked. The row is called {@code r}. */
final class Filter {
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    /** A county, a town or a village by an equality, with which an index begins; what lies above by a range. */
    static Filter of(String division) {
        String prefix = Division.prefix(division);
        return switch (prefix.length()) {
            case 6 -> new Filter().and("r.county = :place", "place", division);
            case 9 -> new Filter().and("r.town = :place", "place", division);
            case 12 -> new Filter().and("r.division = :place", "place", division);
            default -> new Filter()
                    .and("r.division >= :place", "place", prefix)
                    .and("r.division < :end", "end", prefix + ":");
        };
    }

    /** Asks for more. */
    Filter and(String condition) {
        where.append(where.isEmpty() ? "" : " and ").append(condition);
        return this;
    }

    /** Asks for more, with a value. */
    Filter and(String condition, String name, Object value) {
        values.put(name, value);
        return and(condition);
    }

    /** Asks for more, when {@code asked}. */
    Filter when(boolean asked, String condition) {
        return asked ? and(condition) : this;
    }

    /** Asks for more with a value, when {@code asked}. */
    Filter when(boolean asked, String condition, String name, Object value) {
        return asked ? and(condition, name, value) : this;
    }

    @Override
    public String toString() {
        return where.toString();
    }

    <T> TypedQuery<T> fill(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }
}
