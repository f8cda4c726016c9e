// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.ledger.Desk;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

class DeskCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-03T01:00:00Z");

    @Test
    void whatBurnsComesFirstAndOnce() {
        DeskCommand command = new DeskCommand();
        command.console = new Console(new ConsoleConfig("zh"));
        command.console.desk = DeskCommandTest::desk;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        String shown = out.toString(StandardCharsets.UTF_8);
        assertTrue(shown.contains("■ 上门办") && shown.contains("postal（未安装）"), shown);
        assertEquals(shown.indexOf("N-LATE"), shown.lastIndexOf("N-LATE"), shown);
        assertTrue(shown.indexOf("N-LATE") < shown.indexOf("N-NEW"), shown);
        assertTrue(shown.contains("红灯") && shown.contains("--mode onsite") && shown.contains("vehicle:CG-01"), shown);
        assertTrue(shown.contains("2026-11-03") && shown.contains("群众需求（2）：N-7 N-8"), shown);
        assertTrue(shown.contains("差评整改超期") && shown.contains("2026-11-01"), shown);
    }

    private static Desk desk(String division, int most, Actor actor) {
        assertEquals(Samples.COUNTY, division);
        CaseLine late = line("N-LATE", Light.OVERDUE);
        return new Desk(
                division,
                LocalDate.parse("2026-11-03"),
                "某规定",
                List.of(
                        new Desk.Mode(
                                "onsite",
                                new Text("上门办", "at home"),
                                true,
                                List.of(late),
                                List.of(line("N-NEW", Light.NONE), late),
                                true,
                                List.of(new Desk.Need("person", Text.of("群众需求"), List.of("N-7", "N-8")))),
                        new Desk.Mode("postal", Text.of("postal"), false, List.of(), List.of(), false, List.of())),
                List.of(new Alarm(
                        division, null, Text.of("差评整改超期"), LocalDate.parse("2026-11-01"), "rectifications/1")),
                List.of(new BookedTime(
                        "1", "N9", "示例事项", new Booking("vehicle:CG-01", NOW, NOW.plusSeconds(60), 0, "示例村"))),
                false);
    }

    private static CaseLine line(String number, Light light) {
        return new CaseLine(
                number, "A1", "示例事项", "onsite", "s", "张*", "x", Text.of("已申请"), Status.OPEN, NOW, null, light);
    }
}
