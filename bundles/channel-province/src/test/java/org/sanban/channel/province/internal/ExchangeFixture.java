// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.Samples;
import org.sanban.channel.demo.internal.ProvinceParty.Received;
import org.sanban.data.test.TestDatabase;

/** An exchange on a real database, with a simulated province at its other end. */
abstract class ExchangeFixture {
    static final String A = "61092626000000017";
    static final String B = "61092626000000025";
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final PageRequest ALL = new PageRequest(null, 200);
    static final Actor ADMIN = Samples.admin();
    static final Actor SYSTEM = new Actor("province", "省平台（示例）", Set.of(Role.SYSTEM), Samples.COUNTY, "rest");

    final SimulatedProvince simulated = new SimulatedProvince();
    final FakeCases cases = new FakeCases();

    @TempDir
    Path etc;

    Instant now = Instant.parse("2026-11-23T02:00:00Z");
    TestDatabase database;
    Outbox outbox;
    Archive archive;
    Applications applications;
    Books books;
    Leases leases;
    Recorder recorder;
    ProvinceChannel channel;
    Pause pause;
    Ratings ratings;
    Sender sender;
    Reconciler reconciler;
    Province province;

    abstract TestDatabase open();

    @BeforeEach
    void start() throws IOException {
        System.setProperty("karaf.etc", etc.toString());
        simulated.writeKeys(etc);
        database = open();
        outbox = new Outbox(database.dataSource(), () -> now);
        archive = new Archive(database.dataSource(), () -> now);
        applications = new Applications(database.dataSource(), () -> now);
        books = new Books(database.dataSource(), () -> now);
        leases = new Leases(database.dataSource(), () -> now);
        recorder = new Recorder(outbox, cases);
        ratings = new Ratings(outbox, cases, database.dataSource(), () -> now);
        configure(Map.of());
    }

    @AfterEach
    void stop() {
        System.clearProperty("karaf.etc");
        simulated.close();
        database.close();
    }

    void configure(Map<String, Object> more) {
        configure(more, database.dataSource());
    }

    /** @param exchange the exchange database */
    void configure(Map<String, Object> more, DataSource exchange) {
        Map<String, Object> set = Configured.push(simulated.url());
        set.put("orgCode", "11610926000000000X");
        set.putAll(more);
        channel = new ProvinceChannel(Configured.config(set), exchange, archive);
        pause = new Pause(System::nanoTime, () -> 1);
        Composer composer = new Composer(cases, new FakeMatters(Samples.matter(FakeCases.MATTER, 5)), ratings);
        sender = new Sender(outbox, archive, applications, composer, ratings, leases, channel, pause);
        reconciler = new Reconciler(archive, outbox, books, leases, channel, () -> now);
        province = new Province(channel, archive, outbox, applications, sender, books, reconciler);
    }

    /** Submitted, accepted, decided; told as a listener is. */
    void lives(String number) {
        happens(number, 1, Kind.SUBMITTED, Map.of());
        happens(number, 2, Kind.ACCEPTED, Map.of());
        happens(number, 3, Kind.DECIDED, Map.of("outcome", "approved", "result", "准予办理"));
    }

    void happens(String number, int minute, Kind kind, Map<String, Object> answers) {
        JournalEntry entry = cases.entry(number, now.plusSeconds(60L * minute), kind, Status.OPEN, answers);
        recorder.on(entry, cases.state(number));
    }

    /** Sends until nothing more can be sent. */
    void sendAll() {
        for (int i = 0; i < 40 && archive.oldest().isPresent(); i++) {
            sender.round();
        }
    }

    List<State> states() {
        return province.records(null, null, ALL, ADMIN).items().stream()
                .map(Province.Record::state)
                .toList();
    }

    Received received(String table) {
        return simulated.party().records().stream()
                .filter(one -> one.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    static void refused(Problem.Kind kind, org.junit.jupiter.api.function.Executable what) {
        assertEquals(kind, assertThrows(Problem.class, what).kind());
    }

    void statements(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    int count(String table) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
