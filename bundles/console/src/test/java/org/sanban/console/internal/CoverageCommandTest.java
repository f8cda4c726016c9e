// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.matters.Coverage;
import org.sanban.api.matters.CoverageService;
import org.sanban.api.matters.CoverageSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

class CoverageCommandTest {
    private static final Text DOUYIN = new Text("抖音可查", "found on Douyin");
    private static final Text PHONE = new Text("电话可约", "booked by telephone");

    private final Console console = new Console(new ConsoleConfig("zh"));
    private String asked;

    @Test
    void theWholeIsShownInNumbers() {
        CoverageListCommand command = new CoverageListCommand();
        assertThrows(Problem.class, () -> run(command), "the catalogue is not there");
        console.coverage = new Matrix();
        String out = run(command);
        assertTrue(out.contains("某通知") && out.contains("抖音可查") && out.contains("缺失"), out);
        assertTrue(out.contains("请逐项发布"), out);
    }

    @Test
    void aChannelsGapsAreShownWithWhatToDo() {
        console.coverage = new Matrix();
        CoverageListCommand command = new CoverageListCommand();
        command.missing = "douyin";
        String out = run(command);
        assertEquals("douyin", asked);
        assertTrue(out.contains("A1") && out.contains("尚未发布") && out.contains("发布后登记"), out);
        assertTrue(out.contains("--after A1"), out);
        assertFalse(out.contains("安装"), "that is another channel's: " + out);
    }

    @Test
    void theMatrixHasAColumnForEachChannel() {
        console.coverage = new Matrix();
        CoverageListCommand command = new CoverageListCommand();
        command.all = true;
        String out = run(command);
        assertEquals(null, asked);
        assertTrue(out.contains("抖音可查") && out.contains("电话可约") && out.contains("│ 否"), out);
    }

    private String run(SanbanCommand command) {
        command.console = console;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private final class Matrix implements CoverageService {
        @Override
        public Page<Coverage> coverage(String missing, PageRequest page) {
            asked = missing;
            return new Page<>(
                    List.of(new Coverage(
                            "A1",
                            "示例事项",
                            "示例局",
                            true,
                            List.of(
                                    new Coverage.Reach("douyin", DOUYIN, false, Text.of("尚未发布"), Text.of("发布后登记")),
                                    new Coverage.Reach("hotline", PHONE, true, Text.of("可受理"), Text.of("安装"))))),
                    "A1");
        }

        @Override
        public CoverageSummary summary() {
            return new CoverageSummary(
                    1, "某通知", List.of(new CoverageSummary.Channel("douyin", DOUYIN, false, 0, 1, 0, Text.of("请逐项发布"))));
        }
    }
}
