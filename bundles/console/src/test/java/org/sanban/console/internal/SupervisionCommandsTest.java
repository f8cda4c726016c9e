// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.supervision.Cause;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeDraft;
import org.sanban.api.supervision.NoticeEntry;
import org.sanban.api.supervision.NoticeQuery;
import org.sanban.api.supervision.NoticeService;
import org.sanban.api.supervision.NoticeStep;
import org.sanban.api.supervision.PlanProgress;
import org.sanban.api.supervision.PlanService;
import org.sanban.api.supervision.PlanTask;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

class SupervisionCommandsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");

    private final Console console = new Console(new ConsoleConfig("zh"));
    private NoticeQuery asked;

    @Test
    void noticesThatAreNotClosedAreListed() {
        console.registry = new FakeRegistry(Samples.SITE);
        assertThrows(Problem.class, () -> run(new NoticeListCommand()), "supervision is not installed");
        console.notices = new Notices();
        NoticeListCommand command = new NoticeListCommand();
        String out = run(command);
        assertTrue(out.contains("示例镇") && out.contains("限期整改") && out.contains("推进不力"), out);
        assertTrue(out.contains("待答复") && out.contains("--after 7"), out);
        assertEquals(new NoticeQuery(null, true, false), asked);
        command.all = true;
        command.late = true;
        run(command);
        assertEquals(new NoticeQuery(null, false, true), asked);
    }

    @Test
    void progressIsShownByTownAndForOneTownTaskByTask() {
        console.plan = new Progress();
        PlanShowCommand command = new PlanShowCommand();
        String county = run(command);
        assertTrue(county.contains("示例县") && county.contains("示例镇") && county.contains("2026-11-02"), county);
        assertFalse(county.contains("开展排查"), county);
        command.division = Samples.TOWN;
        String town = run(command);
        assertTrue(town.contains("T1") && town.contains("开展排查") && town.contains("未填报"), town);
    }

    private String run(SanbanCommand command) {
        command.console = console;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private final class Notices implements NoticeService {
        @Override
        public Page<Notice> notices(NoticeQuery query, PageRequest page, Actor actor) {
            asked = query;
            return new Page<>(List.of(notice(7, actor)), "7");
        }

        @Override
        public Notice notice(long id, Actor actor) {
            return new Notice(
                    id,
                    Notice.Kind.RECTIFICATION,
                    Notice.State.ISSUED,
                    1,
                    Samples.TOWN,
                    null,
                    null,
                    null,
                    Cause.SLOW,
                    "问题",
                    null,
                    null,
                    DAY,
                    DAY,
                    null,
                    null,
                    null,
                    "周监督（示例）",
                    Samples.COUNTY);
        }

        @Override
        public Notice issue(NoticeDraft draft, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Notice act(long id, NoticeStep step, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<NoticeEntry> history(long id, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Progress implements PlanService {
        @Override
        public Page<PlanProgress> progress(String division, PageRequest page, Actor actor) {
            PlanProgress.TaskProgress line = new PlanProgress.TaskProgress(
                    1, "T1", "开展排查", DAY, PlanProgress.State.OPEN, true, null, null, List.of(), null);
            PlanProgress town = new PlanProgress(Samples.TOWN, "示例镇", 0, 1, DAY, List.of(line));
            PlanProgress county = new PlanProgress(Samples.COUNTY, "示例县", 0, 1, null, List.of(line));
            return new Page<>(Samples.TOWN.equals(division) ? List.of(town) : List.of(county, town), null);
        }

        @Override
        public Page<PlanTask> tasks(String division, PageRequest page, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }
}
