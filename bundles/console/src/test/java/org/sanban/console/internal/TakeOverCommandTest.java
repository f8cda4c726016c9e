// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.TakeOver;
import org.sanban.api.matters.TakeOver.State;
import org.sanban.api.matters.TakeOverQuery;
import org.sanban.api.matters.TakeOverService;
import org.sanban.api.matters.TakeOverStep;
import org.sanban.api.matters.TakeOverSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.test.Samples;

class TakeOverCommandTest {
    private TakeOverQuery asked;

    @Test
    void townsAreShownInNumbersAndOneTownMatterByMatter() {
        TakeOverListCommand command = new TakeOverListCommand();
        String county = run(command);
        assertTrue(county.contains("示例镇") && county.contains("接得住") && county.contains("7"), county);
        command.division = Samples.TOWN;
        command.behind = true;
        String town = run(command);
        assertEquals(new TakeOverQuery(Samples.TOWN, null, true), asked);
        assertTrue(town.contains("培训中") && town.contains("派员驻点") && town.contains("2026-11-02"), town);
        assertTrue(town.contains("--after x"), town);
    }

    private String run(SanbanCommand command) {
        command.console = new Console(new ConsoleConfig("zh"));
        command.console.takeOvers = new Towns();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private final class Towns implements TakeOverService {
        @Override
        public Page<TakeOver> takeOvers(TakeOverQuery query, PageRequest page, Actor actor) {
            asked = query;
            return new Page<>(List.of(takeOver(Samples.TOWN, "A1", actor)), "x");
        }

        @Override
        public TakeOver takeOver(String division, String matter, Actor actor) {
            return new TakeOver(
                    division,
                    matter,
                    "示例事项",
                    "示例局",
                    State.TRAINING,
                    LocalDate.parse("2026-11-02"),
                    "两次培训",
                    "某人",
                    "派员驻点",
                    "某人",
                    2);
        }

        @Override
        public Page<TakeOverSummary> summary(String division, PageRequest page, Actor actor) {
            return new Page<>(List.of(new TakeOverSummary(Samples.TOWN, "示例镇", 9, Map.of(State.READY, 2L), 7)), null);
        }

        @Override
        public TakeOver move(String division, String matter, TakeOver.Move move, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TakeOver guide(String division, String matter, String guidance, int version, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TakeOverStep> history(String division, String matter, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }
}
