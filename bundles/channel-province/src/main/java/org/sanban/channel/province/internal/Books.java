// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.data.JdbcTransactions;

/** Keeps what the daily comparisons (对账) found. */
@Component(service = Books.class)
public final class Books {
    private static final String COLUMNS =
            "on_day, state, ran_at, here, there, unsent, missing_there, missing_here, differing, fault";

    private final JdbcTransactions transactions;
    private final InstantSource clock;

    @Activate
    public Books(@Reference(target = "(osgi.jndi.service.name=sanban-province)") DataSource dataSource) {
        this(dataSource, InstantSource.system());
    }

    Books(DataSource dataSource, InstantSource clock) {
        this.transactions = new JdbcTransactions(dataSource, "province");
        this.clock = clock;
    }

    /**
     * A day that was compared.
     *
     * @param done whether it was compared to the end
     * @param at when
     * @param fault what kept it from that
     */
    @Schema(name = "ProvinceReconciliation", description = "一日对账 A day that was compared")
    public record Report(LocalDate day, boolean done, Instant at, Tally tally, String fault) {}

    /**
     * How many records of a day there are.
     *
     * @param here acknowledged here
     * @param there on the other side
     * @param unsent waiting, held or parked here
     */
    @Schema(name = "ProvinceTally", description = "对账数 How many records of a day")
    public record Tally(int here, int there, int unsent, int missingThere, int missingHere, int differing) {}

    /** What does not agree. */
    @Schema(name = "ProvinceDifference", description = "对账差异 What does not agree")
    public record Difference(String guid, Kind kind, String number) {
        /** Acknowledged here but not there; there but not known here; not the same on both sides. */
        public enum Kind {
            MISSING_THERE,
            MISSING_HERE,
            DIFFERING
        }
    }

    /** Begins a day anew. */
    void begin(LocalDate day) {
        transactions.update("delete from province_difference where on_day = ?", Moments.number(day));
    }

    void add(LocalDate day, List<Difference> differences) {
        if (!differences.isEmpty()) {
            transactions.in(connection -> {
                JdbcTransactions.batch(
                        connection,
                        "insert into province_difference (on_day, guid, kind, number) values (?, ?, ?, ?)",
                        differences.stream()
                                .map(one -> new Object[] {
                                    Moments.number(day), one.guid(), one.kind().name(), one.number()
                                })
                                .toList());
                return null;
            });
        }
    }

    /** Keeps how a day ended. */
    Report end(LocalDate day, Tally tally, String fault) {
        Report report = new Report(day, fault == null, Moments.of(Moments.micros(clock.instant())), tally, fault);
        transactions.in(connection -> {
            JdbcTransactions.update(
                    connection, "delete from province_reconciliation where on_day = ?", Moments.number(day));
            return JdbcTransactions.update(
                    connection,
                    "insert into province_reconciliation (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Moments.number(day),
                    fault == null ? "DONE" : "FAILED",
                    Moments.micros(report.at()),
                    tally.here(),
                    tally.there(),
                    tally.unsent(),
                    tally.missingThere(),
                    tally.missingHere(),
                    tally.differing(),
                    Outbox.cut(fault));
        });
        return report;
    }

    /** Days, newest first. */
    List<Report> reports(PageRequest page) {
        return transactions.rows(
                "select " + COLUMNS + " from province_reconciliation where on_day < ? order by on_day desc fetch first "
                        + page.fetch() + " rows only",
                Books::report,
                (int) Math.min(Integer.MAX_VALUE, page.afterNumber(Integer.MAX_VALUE)));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                Moments.day(row.getInt(1)),
                row.getString(2).equals("DONE"),
                Moments.of(row.getLong(3)),
                new Tally(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9)),
                row.getString(10));
    }

    /** Days from one on that were compared to the end after they were over. */
    Set<LocalDate> done(LocalDate from) {
        return Set.copyOf(transactions
                .rows(
                        "select " + COLUMNS + " from province_reconciliation where on_day >= ? and state = 'DONE'",
                        Books::report,
                        Moments.number(from))
                .stream()
                .filter(report -> Moments.day(report.at()).isAfter(report.day()))
                .map(Report::day)
                .toList());
    }

    /** Differences of a day by guid. */
    List<Difference> differences(LocalDate day, String after, int most) {
        return transactions.rows(
                "select guid, kind, number from province_difference where on_day = ? and guid > ? order by guid"
                        + " fetch first " + most + " rows only",
                row -> new Difference(row.getString(1), Difference.Kind.valueOf(row.getString(2)), row.getString(3)),
                Moments.number(day),
                after == null ? "" : after);
    }
}
