// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.Light;
import org.sanban.api.registry.Division;
import org.sanban.cases.internal.CaseStore.CaseKey;

/**
 * The query of a list of cases: newest first, or most urgent first where the light of a running clock is asked for. Each
 * condition is an equality or a range that an index of the case table begins with, or of the table of who has what.
 */
final class CaseList {
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();
    private final boolean urgent;
    private final boolean held;

    CaseList(CaseQuery query, String scope, CaseKey after, Today today) {
        urgent = urgent(query);
        held = query.holder() != null;
        if (held) {
            and("h.account = :holder", "holder", query.holder());
            and("c.id = h.caseId");
        }
        if (scope != null) {
            scope(scope);
        }
        equal("site", query.site());
        equal("applicantId", query.idNumber());
        equal("stage", query.stage());
        equal("mode", query.mode());
        equal("status", query.status() == null ? null : query.status().name());
        if (query.from() != null) {
            and("c.submittedAt >= :from", "from", micros(query.from()));
        }
        if (query.to() != null) {
            and("c.submittedAt < :to", "to", micros(query.to()));
        }
        if (query.light() != null) {
            light(query, today);
        }
        if (after != null && urgent) {
            and("c.dueOn >= :day", "day", LocalDate.ofEpochDay(after.order()));
            and("(c.dueOn > :day or c.id > :id)", "id", after.id());
        } else if (after != null) {
            and(at() + " <= :at", "at", after.order());
            and("(" + at() + " < :at or " + id() + " < :id)", "id", after.id());
        }
    }

    /** The query, for at most {@code limit} rows. */
    TypedQuery<CaseEntity> query(EntityManager em, int limit) {
        String from = held ? "select c from HeldEntity h, CaseEntity c" : "select c from CaseEntity c";
        String order = urgent ? " order by c.dueOn, c.id" : " order by " + at() + " desc, " + id() + " desc";
        TypedQuery<CaseEntity> query = em.createQuery(from + where + order, CaseEntity.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit);
    }

    /** The key of a row in the order of {@code query}. */
    static String key(CaseQuery query, CaseEntity row) {
        return (urgent(query) ? row.dueOn.toEpochDay() : row.submittedAt) + "." + row.id;
    }

    private static boolean urgent(CaseQuery query) {
        return query.light() != null && query.light() != Light.NONE && !ended(query);
    }

    /** Whether lights of ended clocks are asked for, by the status that only ended cases have. */
    private static boolean ended(CaseQuery query) {
        return query.status() != null && query.status().ended();
    }

    private String at() {
        return held ? "h.submittedAt" : "c.submittedAt";
    }

    private String id() {
        return held ? "h.caseId" : "c.id";
    }

    private void scope(String division) {
        String prefix = Division.prefix(division);
        if (prefix.length() == 12) {
            equal("division", division);
        }
        if (prefix.length() >= 9) {
            equal("town", Division.town(division));
        } else if (prefix.length() == 6) {
            equal("county", division);
        } else {
            and("c.county >= :first", "first", prefix + "0".repeat(12 - prefix.length()));
            and("c.county <= :last", "last", prefix + "9".repeat(12 - prefix.length()));
        }
    }

    private void light(CaseQuery query, Today today) {
        Light light = query.light();
        if (ended(query) && light != Light.NONE) {
            and("c.endLight = :light", "light", light.name());
            return;
        }
        switch (light) {
            case OVERDUE -> {
                and("c.dueOn <= :today", "today", today.day());
                and("(c.dueOn < :today or c.dueAt <= :now)", "now", today.micros());
            }
            case NEAR -> {
                and("c.dueOn >= :today", "today", today.day());
                and("c.dueOn <= :near", "near", today.near());
                and("(c.dueAt is null or c.dueAt > :now)", "now", today.micros());
            }
            case ON_TIME -> {
                and("c.dueOn > :near", "near", today.near());
                and("c.dueOn < :paused", "paused", Deadlines.PAUSED);
            }
            case UNKNOWN -> and("c.dueOn = :unknown", "unknown", Deadlines.UNKNOWN);
            case PAUSED -> and("c.dueOn = :paused", "paused", Deadlines.PAUSED);
            default -> {
                and("c.dueOn is null");
                and("c.endLight is null");
            }
        }
    }

    private void equal(String field, Object value) {
        if (value != null) {
            and("c." + field + " = :" + field, field, value);
        }
    }

    private void and(String condition) {
        where.append(where.isEmpty() ? " where " : " and ").append(condition);
    }

    private void and(String condition, String name, Object value) {
        and(condition);
        values.put(name, value);
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
