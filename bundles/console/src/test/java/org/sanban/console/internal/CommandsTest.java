// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Workflow;
import org.sanban.api.matters.Scope;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Division.Level;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.Vehicle;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.api.workflows.WorkflowWriter;

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
    void casesOfATimeAreListedByDaysOrMoments() {
        CaseListCommand command = new CaseListCommand();
        command.from = "2026-11-02";
        command.to = "2026-11-03T08:00:00+08:00";
        run(command);
        assertEquals(Instant.parse("2026-11-01T16:00:00Z"), cases.queries.get(0).from());
        assertEquals(Instant.parse("2026-11-03T00:00:00Z"), cases.queries.get(0).to());
        command.to = "3.11.";
        Problem problem = assertThrows(Problem.class, () -> run(command));
        assertEquals("--to", problem.violations().get(0).field());
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
    }

    @Test
    void aDayThatIsNoneIsSaidOfItsOption() {
        BookingListCommand bookings = new BookingListCommand();
        bookings.from = "3.11.";
        GapListCommand gaps = new GapListCommand();
        gaps.from = "3.11.";
        StatisticsCommand statistics = new StatisticsCommand();
        statistics.from = "3.11.";
        for (SanbanCommand command : List.of(bookings, gaps, statistics)) {
            Problem wrong = assertThrows(Problem.class, () -> run(command));
            assertEquals("--from", wrong.violations().get(0).field());
            assertTrue(wrong.detail().zh().contains("“3.11.”"), wrong.detail().zh());
        }
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
        command.file = "none.csv";
        problem = assertThrows(Problem.class, () -> run(command));
        String looked = Path.of("none.csv").toAbsolutePath().toString();
        assertTrue(
                problem.detail().zh().contains(looked) && problem.detail().zh().contains("绝对路径"), looked);
        command.file = "none\u0000.csv";
        assertThrows(Problem.class, () -> run(command));
    }

    @Test
    void theTeamIsListed() {
        console.registry.save(new Vehicle("CG-01", Samples.TOWN, "示例镇服务车（示例）", true), Samples.admin());
        console.registry.save(
                new Agent("town-agent", Agent.Kind.TOWN, "李代办（示例）", "示例镇", Set.of(Samples.TOWN), true),
                Samples.admin());
        assertTrue(run(new VehicleListCommand()).contains("CG-01"));
        AgentListCommand agents = new AgentListCommand();
        assertFalse(run(agents).contains("李代办"), "serves the town, not the county");
        agents.division = Samples.TOWN;
        agents.kind = "town";
        assertTrue(run(agents).contains("李代办（示例）") && run(agents).contains("镇代办员"));
        agents.kind = "nurse";
        Problem problem = assertThrows(Problem.class, () -> run(agents));
        assertTrue(
                problem.detail().zh().contains("specialist liaison town village"),
                problem.detail().zh());
    }

    @Test
    void stopsAheadAreListedWithWhatBecameOfThem() {
        Instant soon = Instant.now().plusSeconds(3_600);
        for (String place : List.of("过去", "将来", "作废")) {
            Instant from = place.equals("过去") ? soon.minusSeconds(90_000) : soon;
            console.registry.save(
                    new Stop(
                            0,
                            Samples.SITE.code(),
                            place,
                            from,
                            from.plusSeconds(600),
                            null,
                            place.equals("将来"),
                            place.equals("作废")),
                    Samples.admin());
        }
        StopListCommand stops = new StopListCommand();
        String out = run(stops);
        assertTrue(out.contains("将来") && out.contains("已公布") && out.contains("已取消"), out);
        assertFalse(out.contains("过去"), out);
        stops.all = true;
        assertTrue(run(stops).contains("过去"));
    }

    @Test
    void aListThatADivisionFollowsIsShownWithItsMattersAndWhoseItIs() {
        ScopeShowCommand show = new ScopeShowCommand();
        show.mode = "onsite";
        show.division = Samples.TOWN;
        assertTrue(run(show).contains("没有发布清单"), run(show));
        console.matters.publish(
                new Scope("onsite", Samples.COUNTY, 2, null, "示例", Set.of("m"), "老人优先", "0915-0000000", true),
                Samples.admin());
        String out = run(show);
        assertTrue(out.contains("各级通用"), out);
        assertTrue(out.contains("示例事项m") && out.contains("沿用上级清单") && out.contains("老人优先"), out);
        ScopeListCommand list = new ScopeListCommand();
        assertFalse(run(list).contains("onsite"), "the mode is not installed");
        list.mode = "onsite";
        assertTrue(run(list).contains("v2"));
        console.matters.publish(
                new Scope("onsite", Samples.COUNTY, Level.VILLAGE, 3, null, "村级示例", Set.of("m"), null, null, true),
                Samples.admin());
        assertTrue(run(list).contains("村级"));
        assertFalse(run(show).contains("村级示例"), "the town does not follow it");
        show.division = Samples.COUNTY;
        show.tier = "village";
        assertTrue(run(show).contains("村级示例"), run(show));
        list.mode = null;
        list.after = Samples.COUNTY;
        assertThrows(Problem.class, () -> run(list));
        show.division = "610926199000";
        assertThrows(Problem.class, () -> run(show));
    }

    @Test
    void statusNamesWhatIsNotThereAndFails() {
        Problem problem = assertThrows(Problem.class, () -> run(new StatusCommand()));
        assertTrue(
                problem.detail().zh().startsWith("以下部分不正常：账号、数据单元 cases。"),
                problem.detail().zh());
        console.addDataSource(null, Map.of("osgi.jndi.service.name", "sanban-cases"));
        problem = assertThrows(Problem.class, () -> run(new StatusCommand()));
        assertTrue(
                problem.detail().zh().startsWith("以下部分不正常：账号。"),
                problem.detail().zh());
    }

    @Test
    void statusNamesWhatIsSetWrong() {
        String fault =
                "etc/org.sanban.cases.cfg: closing must be a time like 17:30, not 25:99; it is the default, 17:30";
        console.settings = List.of(() -> List.of(fault));
        StatusCommand status = new StatusCommand();
        status.console = console;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(Problem.class, () -> status.run(new PrintStream(out, true, StandardCharsets.UTF_8)));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("设置有误：" + fault));
    }

    @Test
    void deliveriesAreListedAndResent() {
        assertTrue(run(new DeliveryListCommand()).contains("down"));
        DeliveryResendCommand resend = new DeliveryResendCommand();
        resend.listener = "sms";
        assertTrue(run(resend).contains("2 条"));
    }

    @Test
    void aPaperIsPrintedIntoANewFileOnly() throws IOException {
        PaperCommand command = new PaperCommand();
        command.number = cases.sample.number();
        command.form = "slip";
        command.file = folder.resolve("slip.pdf").toString();
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> run(command)).kind());
        console.papers = List.of(new Slip());
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> run(command)).kind());
        console.printer = (sheet, out) -> out.write(sheet.title().getBytes(StandardCharsets.UTF_8));
        assertTrue(run(command).contains("slip.pdf"));
        assertEquals("示例单据", Files.readString(folder.resolve("slip.pdf")));
        Problem problem = assertThrows(Problem.class, () -> run(command));
        assertTrue(problem.detail().zh().contains("无法写入"), problem.detail().zh());
    }

    @Test
    void aWorkflowIsExportedAsTheNameOfTheFileAsks() throws IOException {
        console.workflows = new WorkflowWriter() {
            @Override
            public void bpmn(Workflow workflow, OutputStream out) throws IOException {
                out.write(("bpmn " + workflow.mode()).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void drawing(Workflow workflow, OutputStream out) throws IOException {
                out.write(("svg " + workflow.mode()).getBytes(StandardCharsets.UTF_8));
            }
        };
        WorkflowExportCommand command = new WorkflowExportCommand();
        command.mode = "demo";
        command.file = folder.resolve("demo.BPMN").toString();
        assertTrue(run(command).contains("demo.BPMN"));
        assertEquals("bpmn demo", Files.readString(folder.resolve("demo.BPMN")));
        command.file = folder.resolve("demo.svg").toString();
        run(command);
        assertEquals("svg demo", Files.readString(folder.resolve("demo.svg")));
        command.file = folder.resolve("demo.pdf").toString();
        assertEquals(
                Problem.Kind.INVALID,
                assertThrows(Problem.class, () -> run(command)).kind());
        command.mode = "none";
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> run(command)).kind());
    }

    @Test
    void completersOfferWhatIsThere() {
        MatterCompleter matters = new MatterCompleter();
        matters.console = console;
        assertEquals(List.of("m"), List.copyOf(matters.words("", console.actor(null))));
        assertEquals(List.of(), List.copyOf(matters.words("x", console.actor(null))));
        DivisionCompleter divisions = new DivisionCompleter();
        divisions.console = console;
        assertEquals(
                List.of(Samples.COUNTY, Samples.TOWN), List.copyOf(divisions.words("610926100", console.actor(null))));
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
        Console made = new Console(new ConsoleConfig(language));
        made.cases = cases;
        made.bookings = cases;
        made.journal = cases;
        made.matters = new FakeMatters(Samples.matter("m", 5, Samples.CARD));
        made.registry = new FakeRegistry(Samples.SITE);
        made.units = List.of(() -> "cases");
        return made;
    }

    private static final class Slip implements PaperForm {
        @Override
        public String id() {
            return "slip";
        }

        @Override
        public Text name() {
            return new Text("示例单据", "Sample slip");
        }

        @Override
        public boolean fits(Case c) {
            return true;
        }

        @Override
        public Sheet fill(Case c) {
            return new Sheet("示例单据", c.number(), List.of(), List.of(), null, true);
        }
    }
}
