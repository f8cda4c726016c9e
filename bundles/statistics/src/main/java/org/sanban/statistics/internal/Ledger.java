// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.journal.Course;
import org.sanban.data.JdbcTransactions;
import org.sanban.statistics.internal.CaseFacts.Held;
import org.sanban.statistics.internal.Tally.Kind;

/** The tables of the unit {@code statistics}: takes what happens to cases, and reads what was counted of them. */
@Component(service = Ledger.class)
public final class Ledger {
    private static final int SCOPES = 100;

    private final JdbcTransactions transactions;
    /** Matters whose name is written, as this node knows. */
    private final Map<String, String> named = new HashMap<>();

    @Activate
    public Ledger(@Reference(target = "(osgi.jndi.service.name=sanban-statistics)") DataSource dataSource) {
        this.transactions = new JdbcTransactions(dataSource, "statistics");
    }

    JdbcTransactions transactions() {
        return transactions;
    }

    /** Takes what is known of cases now, each of them once; the bookkeeper counts it. */
    void take(Collection<Course> courses) {
        name(courses);
        List<CaseFact> facts = courses.stream().map(CaseFact::of).toList();
        transactions.in(connection -> {
            CaseFacts.take(connection, facts);
            return null;
        });
    }

    /** Numbers by place, day and item, over the whole span. */
    List<Numbers.Row> read(Collection<String> scopes, Kind days, Kind months, List<Days.Range> ranges) {
        return transactions.in(connection -> {
            Numbers live = State.read(connection).numbers();
            List<String> all = List.copyOf(scopes);
            List<Numbers.Row> rows = new ArrayList<>();
            for (int i = 0; i < all.size(); i += SCOPES) {
                List<String> part = all.subList(i, Math.min(all.size(), i + SCOPES));
                for (Days.Range range : ranges) {
                    Kind kind = range.months() ? months : days;
                    rows.addAll(live.read(connection, part, kind, range.from(), range.until()));
                }
            }
            return rows;
        });
    }

    /** Open cases by place and last day. */
    List<Numbers.Row> open(Collection<String> scopes) {
        return read(scopes, Kind.OPEN, Kind.OPEN, List.of(new Days.Range(false, 0, Days.UNKNOWN)));
    }

    /** Cases that are to be counted yet, at most so many. */
    int waiting(int most) {
        return transactions.in(connection -> CaseFacts.waiting(connection, most).size());
    }

    /**
     * Cases of one division in the order of a day and their id.
     *
     * @param day the column of the day
     * @param more what else must hold, {@code and …} with question marks
     * @param values what stands for the question marks
     */
    List<CaseFact> cases(
            String division, String day, Days.Range range, long afterId, String more, List<?> values, int limit) {
        // Derby would read the whole table and sort it where half of it is asked for; others see a comment.
        String sql = "select " + CaseFacts.columns() + " from statistics_case --DERBY-PROPERTIES index=STATISTICS_CASE_"
                + day.toUpperCase(Locale.ROOT) + "\nwhere division = ? and " + day + " >= ? and "
                + day + " <= ? and (" + day + " > ? or id > ?)" + more + " order by " + day + ", id fetch first "
                + limit + " rows only";
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, division);
                select.setInt(2, range.from());
                select.setInt(3, range.until());
                select.setInt(4, range.from());
                select.setLong(5, afterId);
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(6 + i, values.get(i));
                }
                return CaseFacts.rows(select).stream().map(Held::fact).toList();
            }
        });
    }

    /** Names of matters by code. */
    Map<String, String> matters() {
        return transactions.in(Ledger::matters);
    }

    private static Map<String, String> matters(Connection connection) throws SQLException {
        Map<String, String> names = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select code, name from statistics_matter");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
            }
        }
        return names;
    }

    /** Keeps the names of matters as the cases have them. */
    synchronized void name(Collection<Course> courses) {
        Map<String, String> fresh = new HashMap<>();
        courses.stream()
                .filter(course -> !course.matterName().equals(named.get(course.matter())))
                .forEach(course -> fresh.put(course.matter(), course.matterName()));
        if (fresh.isEmpty()) {
            return;
        }
        transactions.in(connection -> {
            Set<String> known = matters(connection).keySet();
            for (Map.Entry<String, String> name : fresh.entrySet()) {
                write(connection, name.getKey(), name.getValue(), known.contains(name.getKey()));
            }
            return null;
        });
        named.putAll(fresh);
    }

    private static void write(Connection connection, String code, String name, boolean known) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(
                known
                        ? "update statistics_matter set name = ? where code = ?"
                        : "insert into statistics_matter (name, code) values (?, ?)")) {
            write.setString(1, name);
            write.setString(2, code);
            write.executeUpdate();
        }
    }
}
