// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.registry.Division;
import org.sanban.data.JdbcTransactions;

/**
 * What waits for the province, and what it has. In order per case: entries of a case are written one after the other, and
 * what follows a parked record of its case is held until that one is resent.
 */
@Component(service = Outbox.class)
public final class Outbox {
    static final int LONGEST_REASON = 500;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> CONTENT = new TypeReference<>() {};
    private static final String COLUMNS = "id, guid, number, kind, division, created_at, content";

    private final JdbcTransactions transactions;
    private final InstantSource clock;

    @Activate
    public Outbox(@Reference(target = "(osgi.jndi.service.name=sanban-province)") DataSource dataSource) {
        this(dataSource, InstantSource.system());
    }

    Outbox(DataSource dataSource, InstantSource clock) {
        this.transactions = new JdbcTransactions(dataSource, "province");
        this.clock = clock;
    }

    /** What is there of a case. */
    List<Known> known(String number) {
        return transactions.rows(
                "select guid, seq, kind, happened_at from " + records("number") + "where number = ?",
                Outbox::known,
                number);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString(1), row.getInt(2), Subject.valueOf(row.getString(3)), Moments.of(row.getLong(4)));
    }

    /** Puts records in, in order, but for those that are there. */
    void add(String division, List<NewRecord> records, Collection<Known> known) {
        Set<String> there = new HashSet<>(known.stream().map(Known::guid).toList());
        Instant now = clock.instant();
        List<Object[]> rows = new ArrayList<>();
        for (NewRecord one : records) {
            if (there.add(one.guid())) {
                rows.add(new Object[] {
                    one.guid(),
                    one.number(),
                    one.seq(),
                    one.subject().name(),
                    one.item(),
                    division,
                    Division.town(division),
                    Moments.micros(one.at()),
                    Moments.micros(now),
                    Moments.number(Moments.day(now)),
                    json(one.content())
                });
            }
        }
        if (!rows.isEmpty()) {
            transactions.in(connection -> {
                JdbcTransactions.batch(
                        connection,
                        "insert into province_record (guid, number, seq, kind, item, division, town, state,"
                                + " happened_at, created_at, on_day, content, tries)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, 0)",
                        rows);
                return null;
            });
        }
    }

    /**
     * What is to be sent next.
     *
     * @param records in order
     * @param more whether others wait behind them
     */
    record Batch(List<Waiting> records, boolean more) {}

    /**
     * The records that have waited longest; holds those whose case has one parked.
     *
     * @param ratings whether ratings can be sent now; else they wait, and nobody behind them
     */
    Batch next(int limit, boolean ratings) {
        return transactions.in(connection -> {
            List<Waiting> waiting = JdbcTransactions.rows(
                    connection,
                    "select " + COLUMNS + " from " + records("state") + "where state = 'WAITING'"
                            + (ratings ? "" : " and kind <> 'RATING'") + " order by id fetch first " + limit
                            + " rows only",
                    Outbox::waiting);
            Set<String> stuck = stuck(connection, waiting);
            List<Waiting> free = new ArrayList<>();
            List<Object[]> held = new ArrayList<>();
            for (Waiting one : waiting) {
                if (stuck.contains(one.number())) {
                    held.add(new Object[] {one.id()});
                } else {
                    free.add(one);
                }
            }
            JdbcTransactions.batch(connection, "update province_record set state = 'HELD' where id = ?", held);
            return new Batch(free, waiting.size() == limit);
        });
    }

    /** A rating that is parked holds nothing: a case does not follow from it. */
    private static Set<String> stuck(Connection connection, List<Waiting> waiting) throws SQLException {
        Object[] numbers = waiting.stream().map(Waiting::number).distinct().toArray();
        return numbers.length == 0
                ? Set.of()
                : Set.copyOf(JdbcTransactions.rows(
                        connection,
                        "select distinct number from province_record where state = 'PARKED' and kind <> 'RATING' and number in ("
                                + "?, ".repeat(numbers.length - 1) + "?)",
                        row -> row.getString(1),
                        numbers));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Subject.valueOf(row.getString(4)),
                row.getString(5),
                Moments.of(row.getLong(6)),
                content(row.getString(7)));
    }

    /**
     * What came of a record.
     *
     * @param digest of what was sent, {@code null} when nothing was
     */
    record Settled(long id, Verdict verdict, String digest) {}

    /** Notes what came of records; what was not taken waits on, or is parked. */
    void settle(List<Settled> settled) {
        long now = Moments.micros(clock.instant());
        List<Object[]> taken = new ArrayList<>();
        List<Object[]> others = new ArrayList<>();
        for (Settled one : settled) {
            Verdict verdict = one.verdict();
            if (verdict.outcome() == Verdict.Outcome.TAKEN) {
                taken.add(new Object[] {now, one.digest(), one.id()});
            } else {
                State state = verdict.outcome() == Verdict.Outcome.REFUSED ? State.PARKED : State.WAITING;
                others.add(new Object[] {state.name(), cut(verdict.reason()), one.id()});
            }
        }
        transactions.in(connection -> {
            JdbcTransactions.batch(
                    connection,
                    "update province_record set state = 'SENT', sent_at = ?, digest = ?, reason = null,"
                            + " tries = tries + 1 where id = ?",
                    taken);
            JdbcTransactions.batch(
                    connection,
                    "update province_record set state = ?, reason = ?, tries = tries + 1 where id = ?",
                    others);
            return null;
        });
    }

    static String cut(String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /**
     * Has what is parked or held sent again.
     *
     * @param prefix digits that the divisions begin with
     * @param number only of this case, {@code null} for all
     * @return how many wait again
     */
    int resend(String prefix, String number) {
        String sql = "update province_record set state = 'WAITING', reason = null"
                + " where state in ('PARKED', 'HELD') and division like ?";
        return number == null
                ? transactions.update(sql, prefix + "%")
                : transactions.update(sql + " and number = ?", prefix + "%", number);
    }

    /** Has records sent again that were acknowledged; returns how many. */
    int again(List<String> guids) {
        return transactions.in(connection -> {
            int count = 0;
            for (String guid : guids) {
                count += JdbcTransactions.update(
                        connection,
                        "update province_record set state = 'WAITING' where guid = ? and state = 'SENT'",
                        guid);
            }
            return count;
        });
    }

    private static String json(Map<String, String> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> content(String json) throws SQLException {
        try {
            return JSON.readValue(json, CONTENT);
        } catch (JsonProcessingException e) {
            throw new SQLException("province_record.content cannot be read", e);
        }
    }

    /**
     * The table of records, read by an index in its order. Derby, whose statistics do not know how many records wait, would
     * read and sort them all; PostgreSQL takes the hint for a comment and knows by itself.
     */
    static String records(String index) {
        return "province_record --DERBY-PROPERTIES index=province_record_" + index + "\n";
    }
}
