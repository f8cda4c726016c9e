// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.facts.Fact;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;
import org.sanban.api.rating.StarService;
import org.sanban.api.test.Samples;

class StarsCommandTest {
    private static final String SITE = Samples.SITE.code();

    @Test
    void sitesStandInAListWithBarsAndWarnings() {
        String out = run(new StarsCommand(), new Stars());
        assertTrue(out.contains("82.5") && out.contains("████████████████░░░░"), out);
        assertTrue(out.contains("三星级") && out.contains("四星级") && out.contains("降级风险"), out);
        assertTrue(out.contains("--after next-key"), out);
    }

    @Test
    void aSiteIsShownWithWhatIsNotScoredAndWhatTheNextStarTakes() {
        StarsCommand command = new StarsCommand();
        command.site = SITE;
        String out = run(command, new Stars());
        assertTrue(out.contains("8.25/10") && out.contains("—/5") && out.contains("考核组还没有评分"), out);
        assertTrue(out.contains("* A1") && out.contains("还差 2.5 分"), out);
        assertFalse(out.contains("看过现场"), out);
        command.why = true;
        assertTrue(run(command, new Stars()).contains("看过现场 (attachments/a1)"));
    }

    @Test
    void withoutTheRatingItSaysSo() {
        Problem problem = assertThrows(Problem.class, () -> run(new StarsCommand(), null));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.detail().zh().contains("星级评定"), problem.detail().zh());
    }

    private static String run(SanbanCommand command, StarService stars) {
        command.console = new Console(new ConsoleConfig("zh"));
        command.console.stars = stars;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class Stars implements StarService {
        private static final Standing STANDING = new Standing(
                SITE,
                Samples.SITE.name(),
                Samples.TOWN,
                "2026-H2",
                false,
                Level.THREE,
                new BigDecimal("82.50"),
                Level.FOUR,
                Text.of("有降级风险"),
                Instant.parse("2026-11-02T02:00:00Z"));

        @Override
        public Score score(String site, String period, Actor actor) {
            return new Score(
                    STANDING,
                    LocalDate.of(2026, 7, 1),
                    LocalDate.of(2026, 12, 31),
                    "t",
                    1,
                    "示例",
                    true,
                    new BigDecimal("8.25"),
                    BigDecimal.TEN,
                    new BigDecimal(15),
                    List.of(
                            line("A1", "10", "8.25", List.of(new Fact(Text.of("看过现场"), "attachments/a1"))),
                            line("A2", "5", null, List.of())),
                    new Score.NextStar(
                            Level.FOUR,
                            new BigDecimal(85),
                            new BigDecimal("2.50"),
                            List.of(new Score.Gain("A1", "标识", new BigDecimal("17.50"), true, Text.of("改进")))),
                    List.of(Text.of("本评分表是示例")));
        }

        private static Score.LineScore line(String code, String max, String points, List<Fact> facts) {
            return new Score.LineScore(
                    code,
                    "场所",
                    "标识",
                    "看现场",
                    new BigDecimal(max),
                    null,
                    null,
                    null,
                    null,
                    null,
                    points == null ? null : new BigDecimal(points),
                    points == null ? null : new BigDecimal(points),
                    Text.of(points == null ? "考核组还没有评分" : "按考核组评分计"),
                    facts);
        }

        @Override
        public Page<Standing> standings(String division, PageRequest page, Actor actor) {
            assertEquals(Samples.COUNTY, division);
            return new Page<>(List.of(STANDING), "next-key");
        }
    }
}
