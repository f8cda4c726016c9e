// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Action;
import org.sanban.cases.internal.clock.HolidayFiles;
import org.sanban.data.test.TestDatabase;

/** Lists and alarms go by the settings and calendars of now, also for cases that were begun under others. */
class CalendarTest {
    private static final LocalTime CLOSING = LocalTime.of(17, 30);

    @TempDir
    private Path folder;

    private TestDatabase database;

    /** A Wednesday, 09:00 in the county. */
    private Instant now = Instant.parse("2026-12-30T01:00:00Z");

    /** The platform from one start to the next, as node 1. */
    private final class Run {
        private final JpaCaseStore store;
        private final CaseManager cases;
        private final Alarms alarms;
        private final Calendar calendar;
        private final JpaNodeStore nodes = new JpaNodeStore(database.jpa());

        Run(LocalTime closing) {
            CaseSettings settings = Rows.settings(1);
            store = new JpaCaseStore(database.jpa(), settings, new JpaJournalStore(database.jpa(), settings));
            Modes modes = new Modes(store);
            modes.add(new TeamMode());
            Fakes.Matters matters = new Fakes.Matters();
            Deadlines deadlines = new Deadlines(new HolidayFiles(folder), 1, closing, () -> now);
            CaseReader reader = new CaseReader(store, modes, matters, deadlines);
            cases = new CaseManager(
                    store,
                    reader,
                    modes,
                    matters,
                    new Fakes.Registry(),
                    new Fakes.Identity(),
                    deadlines,
                    new Counters());
            alarms = new Alarms(store, cases, reader, deadlines);
            calendar = new Calendar(deadlines, store, reader, nodes, 1);
        }

        Run living() {
            nodes.beat(1);
            calendar.look();
            return this;
        }

        String submit() {
            return cases.submit(Team.draft(Map.of()), Fakes.CLERK).number();
        }

        CaseEntity row(String number) {
            return store.byId(0, 9).stream()
                    .filter(row -> row.number.equals(number))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void whoClosesEarlierIsToldOfWhatWasBegunBefore(String kind) {
        open(kind);
        String number = new Run(CLOSING).living().submit();
        Run later = new Run(LocalTime.of(12, 0));
        now = Instant.parse("2026-12-30T04:00:00Z");
        assertEquals(0, later.alarms.look(), "the row has the old time");
        later.living();
        assertEquals(1, later.alarms.look());
        assertEquals(CaseList.micros(now), later.row(number).dueAt);
        assertEquals(0, later.alarms.look(), "once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aYearDroppedInWhileThePlatformIsAwayIsCounted(String kind) throws IOException {
        open(kind);
        Run first = new Run(CLOSING).living();
        String number = first.submit();
        first.cases.act(number, Action.of("plan", 1), Fakes.CLERK);
        assertEquals(Deadlines.UNKNOWN, first.row(number).dueOn);
        Files.writeString(
                folder.resolve("2027.json"),
                "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}");
        assertEquals(LocalDate.of(2027, 1, 7), new Run(CLOSING).living().row(number).dueOn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void nothingIsSetAnewWhereNothingChanged(String kind) {
        open(kind);
        Run first = new Run(CLOSING).living();
        String number = first.submit();
        CaseEntity row = first.row(number);
        row.alarmAt = null;
        first.store.due(row);
        assertNull(new Run(CLOSING).living().row(number).alarmAt, "cases are not gone through at every start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aNodeThatIsNotKnownYetNotesItLater(String kind) {
        open(kind);
        Run run = new Run(CLOSING);
        String basis = new Deadlines(new HolidayFiles(folder), 1, CLOSING, () -> now).basis();
        run.calendar.look();
        assertFalse(run.nodes.isBasis(1, basis));
        run.living();
        assertTrue(run.nodes.isBasis(1, basis));
    }
}
