// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.data.JdbcTransactions;

/** Reads the outbox: for operators, for who fetches results, and for the daily comparison. Lists come by key. */
@Component(service = Archive.class)
public final class Archive {
    /** A result is given out once nothing older can still be committed: a transaction takes milliseconds. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final int COUNTED = 10_000;

    /** Digits of a town and of a village. */
    private static final int TOWN = 9;

    private final JdbcTransactions transactions;
    private final InstantSource clock;

    @Activate
    public Archive(@Reference(target = "(osgi.jndi.service.name=sanban-province)") DataSource dataSource) {
        this(dataSource, InstantSource.system());
    }

    Archive(DataSource dataSource, InstantSource clock) {
        this.transactions = new JdbcTransactions(dataSource, "province");
        this.clock = clock;
    }

    /** A record as an operator sees it. */
    record Line(
            long id,
            String guid,
            String number,
            Subject subject,
            State state,
            Instant at,
            Instant createdAt,
            Instant sentAt,
            int tries,
            String reason) {}

    /**
     * Records newest first.
     *
     * @param prefix digits that the divisions begin with
     * @param state only these, {@code null} for all
     * @param number only of this case, {@code null} for all
     */
    List<Line> lines(String prefix, State state, String number, PageRequest page) {
        String index = number != null
                ? "number"
                : state != null ? "state_newest" : prefix.length() >= TOWN ? "town" : "newest";
        StringBuilder sql = new StringBuilder("select id, guid, number, kind, state, happened_at, created_at, sent_at,"
                + " tries, reason from " + Outbox.records(index) + "where id < ?");
        List<Object> values = new ArrayList<>(List.of(page.afterNumber(Long.MAX_VALUE)));
        if (prefix.length() >= TOWN) {
            sql.append(" and town = ?");
            values.add(prefix.substring(0, TOWN) + "000");
        }
        sql.append(" and division like ?");
        values.add(prefix + "%");
        if (state != null) {
            sql.append(" and state = ?");
            values.add(state.name());
        }
        if (number != null) {
            sql.append(" and number = ?");
            values.add(number);
        }
        sql.append(" order by id desc fetch first ").append(page.fetch()).append(" rows only");
        return transactions.rows(sql.toString(), Archive::line, values.toArray());
    }

    private static Line line(ResultSet row) throws SQLException {
        long sent = row.getLong(8);
        Instant sentAt = row.wasNull() ? null : Moments.of(sent);
        return new Line(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Subject.valueOf(row.getString(4)),
                State.valueOf(row.getString(5)),
                Moments.of(row.getLong(6)),
                Moments.of(row.getLong(7)),
                sentAt,
                row.getInt(9),
                row.getString(10));
    }

    /** A result with its place in the order they were given. */
    record Result(long id, long createdAt, String number, String division, Map<String, String> content) {}

    /** Results in the order they came, after a moment and id. */
    List<Result> results(String prefix, long since, long id, int most) {
        return transactions.rows(
                "select id, created_at, number, division, content from " + Outbox.records("kind")
                        + "where kind = 'RESULT'"
                        + " and created_at >= ? and (created_at > ? or id > ?) and created_at <= ?"
                        + " and division like ? order by created_at, id fetch first " + most + " rows only",
                row -> new Result(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Outbox.content(row.getString(5))),
                since,
                since,
                id,
                Moments.micros(clock.instant().minus(SETTLED)),
                prefix + "%");
    }

    /** A record of a day as it is compared. */
    record Sent(String guid, String number, State state, String digest) {}

    /** Records of a day by key. */
    List<Sent> day(LocalDate day, String after, int most) {
        return transactions.rows(
                "select guid, number, state, digest from " + Outbox.records("day")
                        + "where on_day = ? and guid > ?"
                        + " order by guid fetch first " + most + " rows only",
                row -> new Sent(row.getString(1), row.getString(2), State.valueOf(row.getString(3)), row.getString(4)),
                Moments.number(day),
                after);
    }

    /** When the record that has waited longest was written; empty when none waits. */
    Optional<Instant> oldest() {
        List<Long> oldest = transactions.rows(
                "select created_at from " + Outbox.records("state")
                        + "where state = 'WAITING' order by id fetch first 1 rows only",
                row -> row.getLong(1));
        return oldest.stream().findFirst().map(Moments::of);
    }

    /** How many are in a state, counted no further than {@value #COUNTED}. */
    int count(State state) {
        List<Integer> counted = transactions.rows(
                "select count(*) from (select id from " + Outbox.records("state")
                        + "where state = ? fetch first " + COUNTED
                        + " rows only) some_of_them",
                row -> row.getInt(1),
                state.name());
        return counted.get(0);
    }

    /** The first day there is anything of. */
    Optional<LocalDate> firstDay() {
        List<Integer> days = transactions.rows(
                "select on_day from " + Outbox.records("day") + "order by on_day fetch first 1 rows only",
                row -> row.getInt(1));
        return days.stream().findFirst().map(Moments::day);
    }
}
