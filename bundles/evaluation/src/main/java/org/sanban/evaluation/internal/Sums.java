// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.sanban.api.rating.Period;

/** The sums that reports read: written with what they count, in its transaction, and never added up from ratings. */
record Sums(EntityManager em) {
    private static final String COLUMNS =
            Arrays.stream(Tally.What.values()).map(Tally.What::column).collect(Collectors.joining(", "));

    /** Adds to the sums of a day and its month. */
    void add(List<Scope> scopes, LocalDate day, Tally tally) {
        for (Scope scope : scopes) {
            for (int slot : List.of(Slots.month(day), Slots.day(day))) {
                if (update(scope, slot, tally) == 0) {
                    insert(scope, slot, tally);
                }
            }
        }
    }

    private int update(Scope scope, int slot, Tally tally) {
        List<Object> values = new ArrayList<>();
        String sets = tally.counts().entrySet().stream()
                .map(one -> {
                    values.add(one.getValue());
                    return one.getKey().column() + " = " + one.getKey().column() + " + ?" + values.size();
                })
                .collect(Collectors.joining(", "));
        int n = values.size();
        values.addAll(List.of(scope.by().name(), scope.key(), slot));
        return query(
                        "update evaluation_sum set " + sets + " where kind = ?" + (n + 1) + " and scope = ?" + (n + 2)
                                + " and slot = ?" + (n + 3),
                        values)
                .executeUpdate();
    }

    private void insert(Scope scope, int slot, Tally tally) {
        List<Object> values = new ArrayList<>(List.of(scope.by().name(), scope.key(), slot));
        Arrays.stream(Tally.What.values()).forEach(what -> values.add(tally.get(what)));
        String marks =
                IntStream.rangeClosed(1, values.size()).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
        query("insert into evaluation_sum (kind, scope, slot, " + COLUMNS + ") values (" + marks + ")", values)
                .executeUpdate();
    }

    /**
     * Sums of a period by key.
     *
     * @param prefix what the keys begin with
     * @param after only keys after this one, blank for all
     * @param ending only keys that end so, {@code null} for all
     * @param most how many at most
     */
    Map<String, Tally> read(Scope.By by, String prefix, String after, String ending, Period period, int most) {
        String sums = Arrays.stream(Tally.What.values())
                .map(what -> "sum(" + what.column() + ")")
                .collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>(List.of(by.name(), prefix, after, prefix + ":"));
        String own = "";
        if (ending != null) {
            own = " and scope like ?5 escape '!'";
            values.add("%" + ending.replace("!", "!!").replace("_", "!_").replace("%", "!%"));
        }
        String slots = Slots.of(period).stream()
                .map(slot -> {
                    values.add(slot);
                    return "?" + values.size();
                })
                .collect(Collectors.joining(", "));
        List<?> rows = query(
                        "select scope, " + sums + " from evaluation_sum where kind = ?1 and scope >= ?2 and scope > ?3"
                                + " and scope < ?4"
                                + own + " and slot in (" + slots + ") group by scope order by scope",
                        values)
                .setMaxResults(most)
                .getResultList();
        Map<String, Tally> found = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            Tally tally = new Tally();
            for (Tally.What what : Tally.What.values()) {
                int count = ((Number) cells[what.ordinal() + 1]).intValue();
                if (count != 0) {
                    tally.with(what, count);
                }
            }
            found.put((String) cells[0], tally);
        }
        return found;
    }

    private Query query(String sql, List<Object> values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
