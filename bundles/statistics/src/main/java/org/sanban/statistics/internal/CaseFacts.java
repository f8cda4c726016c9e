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
import java.util.Map;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.data.InList;
import org.sanban.statistics.internal.CaseFact.Standing;

/** The rows of cases: what is known of each and what of it the numbers hold. Inside the caller's transaction. */
final class CaseFacts {
    private static final String COLUMNS =
            "id, number, version, division, site, mode, matter, submitted, accepted, outcome, stood, light,"
                    + " counted_accepted, counted_outcome, counted_stood, counted_light";

    private CaseFacts() {}

    /** A case with what the numbers hold of it, {@code null} where nothing. */
    record Held(CaseFact fact, Standing counted) {}

    /** A change that waits to be counted. */
    record Waiting(long id, int version) {}

    /** Takes what is known of cases now, unless as much or more of one is known; what is news then waits to be counted. */
    static void take(Connection connection, Collection<CaseFact> facts) throws SQLException {
        Map<Long, Held> known =
                read(connection, facts.stream().map(CaseFact::id).toList());
        List<CaseFact> first = new ArrayList<>();
        List<CaseFact> news = new ArrayList<>();
        for (CaseFact fact : facts) {
            Held held = known.get(fact.id());
            if (held == null) {
                first.add(fact);
                news.add(fact);
            } else if (held.fact().version() < fact.version()) {
                update(connection, fact, held.fact().version());
                // Not compared with what is counted: the bookkeeper may be changing that just now.
                if (!fact.now().equals(held.fact().now())) {
                    news.add(fact);
                }
            }
        }
        insert(connection, first, false);
        wait(connection, news);
    }

    static Map<Long, Held> read(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Held> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        List<Long> padded = InList.of(ids);
        String sql = "select " + COLUMNS + " from statistics_case where id in (" + marks(padded.size()) + ")";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            for (long id : padded) {
                select.setLong(place++, id);
            }
            for (Held held : rows(select)) {
                found.put(held.fact().id(), held);
            }
        }
        return found;
    }

    static List<Held> rows(PreparedStatement select) throws SQLException {
        List<Held> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                CaseFact fact = new CaseFact(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8),
                        standing(row, 9));
                rows.add(new Held(fact, row.getString(14) == null ? null : standing(row, 13)));
            }
        }
        return rows;
    }

    static String columns() {
        return COLUMNS;
    }

    private static Standing standing(ResultSet row, int first) throws SQLException {
        return new Standing(
                row.getInt(first),
                Status.valueOf(row.getString(first + 1)),
                row.getInt(first + 2),
                Light.valueOf(row.getString(first + 3)));
    }

    /** @param counted whether the numbers hold them already */
    static void insert(Connection connection, Collection<CaseFact> facts, boolean counted) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        String sql = "insert into statistics_case (" + COLUMNS + ", running) values (" + marks(17) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (CaseFact fact : facts) {
                insert.setLong(1, fact.id());
                insert.setString(2, fact.number());
                insert.setInt(3, fact.version());
                insert.setString(4, fact.division());
                insert.setString(5, fact.site());
                insert.setString(6, fact.mode());
                insert.setString(7, fact.matter());
                insert.setInt(8, fact.submitted());
                set(insert, 9, fact.now());
                set(insert, 13, counted ? fact.now() : null);
                insert.setInt(17, fact.now().open() ? 1 : 0);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @throws Overtaken when the row has another version by now */
    static void update(Connection connection, CaseFact fact, int seen) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update statistics_case set accepted = ?, outcome = ?, stood = ?, light = ?,"
                        + " running = ?, version = ? where id = ? and version = ?")) {
            set(update, 1, fact.now());
            update.setInt(5, fact.now().open() ? 1 : 0);
            update.setInt(6, fact.version());
            update.setLong(7, fact.id());
            update.setInt(8, seen);
            if (update.executeUpdate() != 1) {
                throw new Overtaken(fact.id());
            }
        }
    }

    /** Notes what the numbers hold of these cases from now on: how they stand in {@code facts}. */
    static void counted(Connection connection, Collection<CaseFact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update statistics_case set counted_accepted = ?, counted_outcome = ?,"
                        + " counted_stood = ?, counted_light = ? where id = ?")) {
            for (CaseFact fact : facts) {
                set(update, 1, fact.now());
                update.setLong(5, fact.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, int first, Standing standing) throws SQLException {
        statement.setObject(first, standing == null ? null : standing.accepted(), java.sql.Types.INTEGER);
        statement.setString(
                first + 1, standing == null ? null : standing.outcome().name());
        statement.setObject(first + 2, standing == null ? null : standing.stood(), java.sql.Types.INTEGER);
        statement.setString(
                first + 3, standing == null ? null : standing.light().name());
    }

    private static void wait(Connection connection, Collection<CaseFact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into statistics_waiting (id, version) values (?, ?)")) {
            for (CaseFact fact : facts) {
                insert.setLong(1, fact.id());
                insert.setInt(2, fact.version());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<Waiting> waiting(Connection connection, int limit) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select id, version from statistics_waiting order by id, version fetch first " + limit
                        + " rows only")) {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(row.getLong(1), row.getInt(2)));
                }
            }
        }
        return waiting;
    }

    static void done(Connection connection, Collection<Waiting> waiting) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from statistics_waiting where id = ? and version = ?")) {
            for (Waiting one : waiting) {
                delete.setLong(1, one.id());
                delete.setInt(2, one.version());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    static String marks(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    /** Another transaction changed a row that this one had read: it is done again. */
    static final class Overtaken extends SQLException {
        private static final long serialVersionUID = 1L;

        Overtaken(long id) {
            super("case " + id + " was changed meanwhile", "40001");
        }
    }
}
