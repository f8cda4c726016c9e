// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Clock;

class HolidayFilesTest {
    private static final String NEXT =
            """
            {"year":2027,"papers":["示例"],"days":[
              {"name":"元旦","date":"2026-12-31","isOffDay":true},
              {"name":"元旦","date":"2027-01-01","isOffDay":true},
              {"name":"元旦","date":"2027-01-03","isOffDay":false}]}""";

    @TempDir
    Path folder;

    @Test
    void theBundledYearsAreThere() {
        Holidays holidays = files().holidays();
        assertEquals(Set.of(2024, 2025, 2026), holidays.years());
        assertEquals("国庆节放假，不计", holidays.reason(LocalDate.parse("2026-10-01")).zh());
        assertTrue(holidays.working(LocalDate.parse("2026-10-10")));
        assertFalse(holidays.working(LocalDate.parse("2026-10-17")));
        assertEquals(
                "holiday National Day / Mid-Autumn Festival, not counted",
                holidays.reason(LocalDate.parse("2025-10-01")).en());
        assertFalse(holidays.knows(LocalDate.parse("2027-01-01")));
        assertFalse(holidays.knows(LocalDate.parse("2023-12-31")));
    }

    @Test
    void aYearDroppedInTurnsUnknownIntoADate() throws IOException {
        HolidayFiles files = files();
        assertNull(due(files));
        Holidays before = files.holidays();
        files.refresh();
        assertSame(before, files.holidays(), "nothing is read anew while nothing changed");
        drop("2027.json", NEXT);
        files.refresh();
        assertEquals(LocalDate.parse("2027-01-04"), due(files));
        assertFalse(files.holidays().working(LocalDate.parse("2026-12-31")), "the later paper's word counts");
    }

    @Test
    void aDroppedFileReplacesTheBundledOneAndGivesItBack() throws IOException {
        HolidayFiles files = files();
        drop("2026.json", "{\"year\":2026,\"days\":[{\"name\":\"元旦\",\"date\":\"2026-01-01\",\"isOffDay\":true}]}");
        files.refresh();
        assertTrue(files.holidays().working(LocalDate.parse("2026-10-01")));
        Files.delete(folder.resolve("2026.json"));
        files.refresh();
        assertFalse(files.holidays().working(LocalDate.parse("2026-10-01")));
    }

    @Test
    void aBrokenFileIsLeftOutAndTakenOnceMended() throws IOException {
        HolidayFiles files = files();
        drop("2027.json", NEXT.substring(0, 60));
        files.refresh();
        assertEquals(Set.of(2024, 2025, 2026), files.holidays().years());
        drop("2027.json", NEXT);
        files.refresh();
        assertEquals(Set.of(2024, 2025, 2026, 2027), files.holidays().years());
    }

    @Test
    void aFileThatIsBrokenLaterSaysWhatItSaidUntilItGoes() throws IOException {
        HolidayFiles files = files();
        drop("2027.json", NEXT);
        files.refresh();
        drop("2027.json", NEXT.substring(0, 60));
        files.refresh();
        assertEquals(LocalDate.parse("2027-01-04"), due(files), "perhaps it is being written");
        Files.delete(folder.resolve("2027.json"));
        files.refresh();
        assertNull(due(files));
    }

    @Test
    void aFileUnderAnotherNameIsLeftOut() throws IOException {
        drop("next.json", NEXT);
        assertEquals(Set.of(2024, 2025, 2026), files().holidays().years());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"year\":2027,\"papers\":[],\"days\":[]}",
                "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-02-30\",\"isOffDay\":true}]}",
                "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2026-11-30\",\"isOffDay\":true}]}",
                "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2028-01-01\",\"isOffDay\":true}]}",
                "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\"}]}",
                "{\"year\":2027,\"days\":[{\"name\":\" \",\"date\":\"2027-01-01\",\"isOffDay\":true}]}",
                "{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true},"
                        + "{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":false}]}"
            })
    void contentThatIsNoYearIsRefused(String content) {
        assertThrows(
                IOException.class,
                () -> HolidayFile.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    }

    private HolidayFiles files() {
        return new HolidayFiles(folder);
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static LocalDate due(HolidayFiles files) {
        Tick start = new Tick(Instant.parse("2026-12-30T02:00:00Z"), Clock.RUNNING, null, null);
        return new Count(2, List.of(start), files.holidays(), ZoneId.of("Asia/Shanghai"))
                .due(LocalDate.parse("2026-12-30"), 1, false)
                .dueOn();
    }
}
