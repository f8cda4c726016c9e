// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records into the tables of an exchange database (前置库), by their {@code row_guid}: a repeat finds its row and
 * changes nothing. What is committed counts as acknowledged.
 */
final class ExchangeTables implements Way {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeTables.class);
    private static final Texts TEXTS = Texts.of(ExchangeTables.class);
    private static final int PAGE = 200;
    private static final int LONGEST = 200;

    private final DataSource dataSource;
    private final Names names;
    private final List<Subject> told;
    private final Duration timeout;

    /**
     * @param rated whether ratings are told, and so have a table there
     * @param timeout how long a statement may take
     */
    ExchangeTables(DataSource dataSource, Names names, boolean rated, Duration timeout) {
        this.dataSource = dataSource;
        this.names = names;
        this.timeout = timeout;
        this.told = Stream.of(Subject.values())
                .filter(subject -> rated || subject != Subject.RATING)
                .toList();
    }

    @Override
    public Map<String, Verdict> send(List<Row> rows) throws NotSent {
        Map<String, Verdict> verdicts = new HashMap<>();
        try (Connection connection = open()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                for (Row row : rows) {
                    verdicts.put(row.record().guid(), write(connection, row));
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw NotSent.down(TEXTS.get("sent.database", said(e)), null);
        }
        return verdicts;
    }

    /** A connection on which nobody is waited for longer than said, be the other end still there or not. */
    private Connection open() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            // On the driver's own connection: a pool takes one that cannot do this for broken.
            connection.unwrap(Connection.class).setNetworkTimeout(Runnable::run, (int) timeout.toMillis());
        } catch (SQLException e) {
            // Embedded Derby has no line that could go quiet; a driver that cannot has a setting of its own.
            LOG.debug("no limit for statements", e);
        }
        return connection;
    }

    private Verdict write(Connection connection, Row row) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            if (statement(connection, update(row.record().subject()), row, 1) == 0) {
                statement(connection, insert(row.record().subject()), row, 0);
            }
            connection.releaseSavepoint(savepoint);
            return Verdict.TAKEN;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (!state.startsWith("22") && !state.startsWith("23")) {
                throw e;
            }
            connection.rollback(savepoint);
            return Verdict.refused(said(e));
        }
    }

    /** Columns follow in their order, from {@code first} on, and the key last where it was left out. */
    private static int statement(Connection connection, String sql, Row row, int first) throws SQLException {
        List<Column> columns = row.record().subject().columns();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (Column column : columns.subList(first, columns.size())) {
                set(statement, at++, column, row.values().get(column.name()));
            }
            if (first == 1) {
                set(
                        statement,
                        at,
                        columns.get(0),
                        row.values().get(columns.get(0).name()));
            }
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int at, Column column, Object value) throws SQLException {
        switch (column.type()) {
            case TIME -> statement.setTimestamp(at, value == null ? null : Timestamp.valueOf((LocalDateTime) value));
            case NUMBER -> {
                if (value == null) {
                    statement.setNull(at, Types.BIGINT);
                } else {
                    statement.setLong(at, (Long) value);
                }
            }
            default -> statement.setString(at, (String) value);
        }
    }

    private String update(Subject subject) {
        List<Column> columns = subject.columns();
        return "update " + names.of(subject) + " set "
                + columns.stream().skip(1).map(column -> column.name() + " = ?").collect(Collectors.joining(", "))
                + " where " + columns.get(0).name() + " = ?";
    }

    private String insert(Subject subject) {
        return "insert into " + names.of(subject) + " (" + columns(subject) + ") values ("
                + subject.columns().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private static String columns(Subject subject) {
        return subject.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    @Override
    public boolean compares() {
        return true;
    }

    @Override
    public List<Held> held(LocalDate day, String after) throws NotSent {
        List<Held> held = new ArrayList<>();
        try (Connection connection = open()) {
            for (Subject subject : told) {
                held.addAll(held(connection, subject, day, after));
            }
        } catch (SQLException e) {
            throw NotSent.down(TEXTS.get("sent.database", said(e)), null);
        }
        held.sort(Comparator.comparing(Held::guid));
        return held.subList(0, Math.min(held.size(), PAGE));
    }

    private List<Held> held(Connection connection, Subject subject, LocalDate day, String after) throws SQLException {
        String sql = "select " + columns(subject) + " from " + names.of(subject)
                + " where cd_time >= ? and cd_time < ? and row_guid > ? order by row_guid";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setMaxRows(PAGE);
            select.setTimestamp(1, Timestamp.valueOf(day.atStartOfDay()));
            select.setTimestamp(2, Timestamp.valueOf(day.plusDays(1).atStartOfDay()));
            select.setString(3, after);
            List<Held> held = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.add(new Held(row.getString("row_guid"), Row.digest(values(row, subject))));
                }
            }
            return held;
        }
    }

    private static Map<String, Object> values(ResultSet row, Subject subject) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (Column column : subject.columns()) {
            Object value =
                    switch (column.type()) {
                        case TIME -> {
                            Timestamp time = row.getTimestamp(column.name());
                            yield time == null ? null : time.toLocalDateTime();
                        }
                        case NUMBER -> row.getLong(column.name());
                        default -> row.getString(column.name());
                    };
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    /** What the database said, in one line and without the values that PostgreSQL quotes. */
    private static String said(SQLException e) {
        String line =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll(": \".*", "");
        return e.getSQLState() + " " + (line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    }
}
