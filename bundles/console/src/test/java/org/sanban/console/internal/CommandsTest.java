// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.cases.Light;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

class CommandsTest {
    private final FakeCases cases = new FakeCases();
    private Console console = console("zh");

    @TempDir
    Path folder;

    @Test
    void casesAreListedMaskedWithTheKeyOfTheNextPage() {
        CaseListCommand command = new CaseListCommand();
        command.light = "ON-TIME";
        command.stage = "submitted";
        String out = run(command);
        assertTrue(out.contains("张***") || out.contains("张**"), out);
        assertFalse(out.contains("张示例"), out);
        assertTrue(out.contains("2026-11-02 10:00") && out.contains("--after next-key"), out);
        assertEquals(Light.ON_TIME, cases.queries.get(0).light());
        assertEquals("shell", cases.actor.channel());
        assertEquals(Samples.COUNTY, cases.actor.division());
    }

    @Test
    void aWrongWordIsAnsweredWithTheRightOnes() {
        CaseListCommand command = new CaseListCommand();
        command.light = "purple";
        Problem problem = assertThrows(Problem.class, () -> run(command));
        assertTrue(problem.detail().zh().contains("on-time"), problem.detail().zh());
    }

    @Test
    void aCaseIsShownWithItsLimitAndTimelineAndNoNumberOfAPersonWhole() {
        CaseShowCommand command = new CaseShowCommand();
        command.number = cases.sample.number();
        String out = run(command);
        assertTrue(out.contains("材料m1") && out.contains("还剩 5 个工作日") && out.contains("受理当日"), out);
        assertTrue(out.contains("土地核验") && out.contains("2026-11-03 09:00"), out);
        assertTrue(out.contains("户口簿（post:123）"), out);
        assertTrue(out.contains("申请") && out.contains("0123456789ab"), out);
        assertFalse(out.contains(cases.sample.applicant().idNumber()), out);
        assertFalse(out.contains(cases.sample.applicant().phone()), out);
    }

    @Test
    void bookedTimesAreListedAndAnotherCasesStayNameless() {
        BookingListCommand command = new BookingListCommand();
        command.from = "2026-11-03";
        String out = run(command);
        assertTrue(out.contains("vehicle:CG-01") && out.contains(cases.sample.number()), out);
        assertEquals(Instant.parse("2026-11-02T16:00:00Z"), cases.from);
        command.from = "3.11.";
        assertThrows(Problem.class, () -> run(command));
    }

    @Test
    void aProblemFailsTheCommandWithOneLine() {
        CaseShowCommand command = new CaseShowCommand();
        command.number = "1";
        command.console = console;
        CommandException failed = assertThrows(CommandException.class, command::execute);
        assertEquals("没有找到办件“1”，请核对后重试。", failed.getMessage());
        assertTrue(failed.getNiceHelp().contains(failed.getMessage()));
        assertEquals(1, failed.getNiceHelp().lines().count());
    }

    @Test
    void whatIsAbsentIsSaidInTheShellsLanguage() {
        console.cases = null;
        Problem problem = assertThrows(Problem.class, () -> run(new ModeListCommand()));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        console = console("en");
        assertTrue(run(new ModeListCommand()).contains("Sample mode"));
    }

    @Test
    void verifyingGoesThroughAllPagesAndFailsOnAFault() {
        assertTrue(run(new CaseVerifyCommand()).contains("2 件、7 条"));
        cases.fault = "hash of entry 3";
        Problem problem = assertThrows(Problem.class, () -> run(new CaseVerifyCommand()));
        assertTrue(problem.detail().zh().contains("1 件不一致"), problem.detail().zh());
    }

    @Test
    void mattersAndSitesAreListedAndShown() {
        assertTrue(run(new MatterListCommand()).contains("示例事项m"));
        MatterShowCommand show = new MatterShowCommand();
        show.code = "m";
        assertTrue(run(show).contains("居民身份证"));
        assertTrue(run(new SiteListCommand()).contains("示例镇便民服务中心"));
        MatterListCommand wrong = new MatterListCommand();
        wrong.type = "77";
        assertThrows(Problem.class, () -> run(wrong));
    }

    @Test
    void anImportOnlyChecksUnlessItIsToApply() throws IOException {
        MatterImportCommand command = new MatterImportCommand();
        command.file = Files.writeString(folder.resolve("m.csv"), "x").toString();
        assertTrue(run(command).contains("尚未写入"));
        command.apply = true;
        assertTrue(run(command).contains("已写入。"));
        command.file = folder.resolve("none.csv").toString();
        Problem problem = assertThrows(Problem.class, () -> run(command));
        assertTrue(problem.detail().zh().contains("none.csv"));
    }

    @Test
    void statusNamesWhatIsNotThereAndFails() {
        Problem problem = assertThrows(Problem.class, () -> run(new StatusCommand()));
        assertEquals("以下部分不正常：账号、数据单元 cases。", problem.detail().zh());
        console.addDataSource(null, Map.of("osgi.jndi.service.name", "sanban-cases"));
        problem = assertThrows(Problem.class, () -> run(new StatusCommand()));
        assertEquals("以下部分不正常：账号。", problem.detail().zh());
    }

    @Test
    void deliveriesAreListedAndResent() {
        assertTrue(run(new DeliveryListCommand()).contains("down"));
        DeliveryResendCommand resend = new DeliveryResendCommand();
        resend.listener = "sms";
        assertTrue(run(resend).contains("2 条"));
    }

    @Test
    void completersOfferWhatIsThere() {
        MatterCompleter matters = new MatterCompleter();
        matters.console = console;
        assertEquals(List.of("m"), List.copyOf(matters.words("", console.actor(null))));
        assertEquals(List.of(), List.copyOf(matters.words("x", console.actor(null))));
        StageCompleter stages = new StageCompleter();
        stages.console = console;
        assertEquals(Set.of("submitted"), new TreeSet<>(stages.words("", console.actor(null))));
    }

    private String run(SanbanCommand command) {
        command.console = console;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Console console(String language) {
        Console made = new Console(new Console.Config() {
            @Override
            public String division() {
                return Samples.COUNTY;
            }

            @Override
            public String language() {
                return language;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Console.Config.class;
            }
        });
        made.cases = cases;
        made.bookings = cases;
        made.journal = cases;
        made.matters = new FakeMatters(Samples.matter("m", 5, Samples.CARD));
        made.registry = new FakeRegistry(Samples.SITE);
        made.units = List.of(() -> "cases");
        return made;
    }
}
