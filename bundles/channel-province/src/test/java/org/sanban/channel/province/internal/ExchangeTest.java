// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.Samples;
import org.sanban.channel.demo.internal.ProvinceParty.Received;
import org.sanban.channel.province.internal.SimulatedProvince.Fault;

/** The exchange from the journal to the other side and back, on a real database. */
abstract class ExchangeTest extends ExchangeFixture {
    @Test
    void aCaseGoesOutInOrderAndAgainChangesNothing() {
        lives(A);
        sendAll();
        assertEquals(
                List.of(
                        "UP_PRO_ACCEPT",
                        "UP_PRO_MATERIAL",
                        "UP_PRO_PROCESS",
                        "UP_PRO_PROCESS",
                        "UP_PRO_PROCESS",
                        "UP_PRO_RESULT"),
                simulated.party().arrivals().stream().map(this::table).toList());
        assertTrue(states().stream().allMatch(State.SENT::equals), states().toString());
        Received accept = received("UP_PRO_ACCEPT");
        assertEquals(
                "360426199101010071", accept.data().path("applyer_page_code").asText());
        assertEquals("1", received("UP_PRO_RESULT").data().path("result_type").asText());
        cases.entries(A, ALL, ADMIN).items().forEach(entry -> recorder.on(entry, cases.state(A)));
        sendAll();
        assertEquals(6, simulated.party().arrivals().size(), "told again, nothing is sent again");
    }

    @Test
    void personalDataIsNotKeptInTheOutbox() throws SQLException {
        lives(A);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select content from province_record")) {
            while (row.next()) {
                assertFalse(row.getString(1).contains("张示例"), row.getString(1));
                assertFalse(row.getString(1).contains("360426199101010071"), row.getString(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "SLOW",
                "ERROR",
                "BUSY",
                "HALF_OPEN",
                "WRONG_SIGNATURE",
                "WRONG_ENCODING",
                "NO_JSON",
                "SILENT",
                "LOST_ANSWER"
            })
    void whateverIsWrongThereNothingIsLostAndNothingIsTwice(Fault fault) {
        lives(A);
        simulated.breaks(fault);
        boolean slow = fault == Fault.SLOW || fault == Fault.HALF_OPEN;
        if (slow) {
            configure(Map.of("timeoutSeconds", 1));
        }
        Instant before = Instant.now();
        sender.round();
        Duration left = pause.left();
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 10, "nobody is held up");
        assertTrue(states().stream().allMatch(State.WAITING::equals), states().toString());
        assertFalse(province.status(ADMIN).trouble().isBlank());
        assertTrue(left.toMillis() > 0);
        assertEquals(fault == Fault.BUSY, left.toSeconds() >= 5, "it is left alone as long as it asks for: " + left);
        sender.round();
        simulated.breaks(Fault.OUT_OF_ORDER);
        if (slow) {
            // The second that was enough to see it fail is not enough to see it work, on a busy machine.
            configure(Map.of());
        }
        sender.hurry();
        sendAll();
        assertTrue(states().stream().allMatch(State.SENT::equals), states().toString());
        assertEquals(6, simulated.party().records().size());
        assertEquals(null, province.status(ADMIN).trouble());
    }

    @Test
    void whatIsRefusedForGoodIsParkedAndHoldsItsCaseAlone() {
        simulated
                .party()
                .refuses(
                        one -> one.table().equals("UP_PRO_MATERIAL")
                                && one.data().path("project_no").asText().equals(A),
                        false);
        configure(Map.of("batch", 2));
        lives(A);
        lives(B);
        sendAll();
        List<Province.Record> parked =
                province.records(State.PARKED, null, ALL, ADMIN).items();
        assertEquals(1, parked.size());
        assertEquals("E1 不接收", parked.get(0).reason());
        assertEquals(4, province.records(State.HELD, A, ALL, ADMIN).items().size());
        assertEquals(6, province.records(State.SENT, B, ALL, ADMIN).items().size());
        assertEquals(
                List.of(),
                province.records(State.PARKED, null, ALL, Samples.admin().through("rest")).items().stream()
                        .filter(one -> !one.number().equals(A))
                        .toList());
        simulated.party().refuses(one -> false, false);
        assertEquals(5, province.resend(A, ADMIN));
        sendAll();
        List<String> tables = simulated.party().arrivals().stream()
                .filter(id -> project(id).equals(A))
                .map(this::table)
                .toList();
        assertEquals("UP_PRO_MATERIAL", tables.get(1), "order within the case is kept: " + tables);
        assertEquals("UP_PRO_RESULT", tables.get(5));
    }

    @Test
    void ofABatchThatIsRefusedAsAWholeTheOneToBlameIsFound() {
        lives(A);
        lives(B);
        simulated
                .party()
                .refuses(
                        one -> one.table().equals("UP_PRO_RESULT")
                                && one.data().path("project_no").asText().equals(A),
                        true);
        sendAll();
        List<Province.Record> parked =
                province.records(State.PARKED, null, ALL, ADMIN).items();
        assertEquals(
                List.of("UP_PRO_RESULT"),
                parked.stream().map(Province.Record::table).toList());
        assertEquals(11, simulated.party().records().size());
    }

    @Test
    void whatDoesNotFitIsParkedWithItsColumnAndSentOnceItDoes() {
        configure(Map.of("orgCode", ""));
        lives(A);
        sendAll();
        Province.Record parked =
                province.records(State.PARKED, null, ALL, ADMIN).items().get(0);
        assertTrue(parked.reason().startsWith("org_code"), parked.reason());
        assertEquals(0, simulated.party().records().size(), "what follows in the case waits");
        configure(Map.of());
        assertEquals(6, province.resend(null, ADMIN));
        sendAll();
        assertEquals(6, simulated.party().records().size());
    }

    @Test
    void whileItIsConfiguredWrongTheJournalGoesOnAndSendingIsHeld() {
        configure(Map.of("codes", ""));
        lives(A);
        sender.round();
        assertEquals(6, states().size());
        assertTrue(states().stream().allMatch(State.WAITING::equals));
        assertTrue(province.status(ADMIN).fault().zh().contains("etc/org.sanban.channel.province.cfg"));
        assertEquals(0, simulated.party().records().size());
    }

    @Test
    void oneNodeSendsAtATime() {
        lives(A);
        Leases other = new Leases(database.dataSource(), () -> now);
        assertTrue(other.take(Leases.SEND, Duration.ofMinutes(5)));
        sender.round();
        assertEquals(0, simulated.party().records().size());
        now = now.plus(Duration.ofMinutes(6));
        sendAll();
        assertEquals(
                6, simulated.party().records().size(), "a node that is gone is waited for no longer than its lease");
    }

    @Test
    void stoppingWaitsForNobodyAndLeavesNoThread() throws InterruptedException {
        configure(Map.of("timeoutSeconds", 60));
        lives(A);
        simulated.breaks(Fault.SLOW);
        Sender running = new Sender(
                outbox,
                archive,
                applications,
                new Composer(cases, new FakeMatters(Samples.matter(FakeCases.MATTER, 5)), ratings),
                ratings,
                leases,
                channel);
        simulated.awaitAsked();
        Instant before = Instant.now();
        running.stop();
        assertTrue(Duration.between(before, Instant.now()).toSeconds() < 20, "what is under way is broken off");
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("sanban-province")));
        assertTrue(states().stream().allMatch(State.WAITING::equals));
        simulated.breaks(Fault.NONE);
        sendAll();
        assertEquals(6, simulated.party().records().size(), "whoever comes next can use the channel");
    }

    @Test
    void aDayIsComparedAndMended() {
        lives(A);
        lives(B);
        sendAll();
        Received gone = received("UP_PRO_RESULT");
        simulated.party().loses(gone.id());
        Received other = received("UP_PRO_ACCEPT");
        simulated.party().has(new Received(other.id(), other.table(), "0".repeat(64), other.data()));
        simulated.party().has(new Received("f".repeat(33), "UP_PRO_RESULT", "x", other.data()));
        Books.Report report = province.reconcile(MONDAY, ADMIN);
        assertTrue(report.done(), report.toString());
        assertEquals(new Books.Tally(12, 12, 0, 1, 1, 1), report.tally());
        assertEquals(
                Set.of(Books.Difference.Kind.values()),
                Set.copyOf(province.differences(MONDAY, ALL, ADMIN).items().stream()
                        .map(Books.Difference::kind)
                        .toList()));
        assertEquals(2, province.mend(MONDAY, ADMIN));
        sendAll();
        simulated.party().loses("f".repeat(33));
        assertEquals(
                new Books.Tally(12, 12, 0, 0, 0, 0),
                province.reconcile(MONDAY, ADMIN).tally());
        assertEquals(1, province.reconciliations(ALL, ADMIN).items().size());
    }

    @Test
    void everyDayIsComparedOnceItIsOverAndNoneIsMissed() {
        lives(A);
        sendAll();
        assertEquals(List.of(), reconciler.catchUp(), "the day is not over");
        province.reconcile(MONDAY, ADMIN);
        now = Instant.parse("2026-11-25T17:00:00Z");
        simulated.breaks(Fault.ERROR);
        List<Books.Report> failed = reconciler.catchUp();
        assertEquals(1, failed.size());
        assertFalse(failed.get(0).done());
        simulated.breaks(Fault.UNSORTED);
        assertFalse(province.reconcile(MONDAY, ADMIN).done(), "an answer out of order is not believed");
        simulated.breaks(Fault.NONE);
        assertEquals(
                List.of(MONDAY, MONDAY.plusDays(1)),
                reconciler.catchUp().stream().map(Books.Report::day).toList(),
                "at one in the morning the day before yesterday is the last");
        now = Instant.parse("2026-11-25T18:00:00Z");
        assertEquals(
                List.of(MONDAY.plusDays(2)),
                reconciler.catchUp().stream().map(Books.Report::day).toList());
        assertEquals(List.of(), reconciler.catchUp());
    }

    @Test
    void exchangeTablesTakeEachRecordOnceAndTellWhatTheyHave() throws Exception {
        statements(Files.readString(Path.of("src/test/resources/exchange.sql")));
        configure(Map.of("way", "tables", "names", "UP_PRO_RESULT=x_result"));
        lives(A);
        sendAll();
        assertTrue(states().stream().allMatch(State.SENT::equals), states().toString());
        assertEquals(3, count("UP_PRO_PROCESS"));
        assertEquals(1, count("x_result"));
        outbox.again(province.records(null, null, ALL, ADMIN).items().stream()
                .map(Province.Record::id)
                .toList());
        sendAll();
        assertEquals(3, count("UP_PRO_PROCESS"), "a repeat changes nothing");
        assertEquals(
                new Books.Tally(6, 6, 0, 0, 0, 0),
                province.reconcile(MONDAY, ADMIN).tally());
        statements("delete from x_result; update UP_PRO_ACCEPT set org_name = '别的部门'");
        assertEquals(
                new Books.Tally(6, 5, 0, 1, 0, 1),
                province.reconcile(MONDAY, ADMIN).tally());
        assertEquals(2, province.mend(MONDAY, ADMIN));
        sendAll();
        assertEquals(
                new Books.Tally(6, 6, 0, 0, 0, 0),
                province.reconcile(MONDAY, ADMIN).tally());
    }

    @Test
    void aTableThatRefusesARowOrIsNotThereLosesNothing() throws Exception {
        statements(Files.readString(Path.of("src/test/resources/exchange.sql")));
        statements("alter table UP_PRO_MATERIAL add column tenant_id bigint not null default 0;"
                + "alter table UP_PRO_MATERIAL add constraint odd check (get_num = '9')");
        configure(Map.of("way", "tables", "names", "UP_PRO_RESULT=x_result"));
        lives(A);
        sendAll();
        Province.Record parked =
                province.records(State.PARKED, null, ALL, ADMIN).items().get(0);
        assertEquals("UP_PRO_MATERIAL", parked.table());
        assertTrue(parked.reason().startsWith("235"), parked.reason());
        assertEquals(1, count("UP_PRO_ACCEPT"), "what came before it is there");
        statements("alter table UP_PRO_MATERIAL drop constraint odd; drop table UP_PRO_PROCESS");
        lives(B);
        sendAll();
        assertEquals(
                4, province.records(State.WAITING, B, ALL, ADMIN).items().size(), "what has no table waits for it");
    }

    @Test
    void aTownSeesItsOwnRecordsAndTheCountyCompares() {
        lives(A);
        Actor town = new Actor("t", "镇（示例）", Set.of(Role.ADMIN), Samples.TOWN, "rest");
        Actor elsewhere = new Actor("o", "他镇（示例）", Set.of(Role.ADMIN), "610926101000", "rest");
        assertEquals(6, province.records(null, null, ALL, town).items().size());
        assertEquals(0, province.records(null, null, ALL, elsewhere).items().size());
        refused(Problem.Kind.FORBIDDEN, () -> province.reconcile(MONDAY, town));
        refused(Problem.Kind.FORBIDDEN, () -> province.records(null, null, ALL, Samples.clerk()));
        Page<Province.Record> first = province.records(null, null, new PageRequest(null, 4), ADMIN);
        assertEquals(
                2,
                province.records(null, null, new PageRequest(first.next(), 4), ADMIN)
                        .items()
                        .size());
    }

    private String table(String id) {
        return simulated.party().records().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .table();
    }

    private String project(String id) {
        return simulated.party().records().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .data()
                .path("project_no")
                .asText();
    }
}
