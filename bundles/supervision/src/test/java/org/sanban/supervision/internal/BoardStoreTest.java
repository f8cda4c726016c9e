// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.supervision.internal.House.ADMIN;
import static org.sanban.supervision.internal.House.CLERK;
import static org.sanban.supervision.internal.House.COLLEAGUE;
import static org.sanban.supervision.internal.House.COUNTY;
import static org.sanban.supervision.internal.House.OFFICER;
import static org.sanban.supervision.internal.House.SITE;
import static org.sanban.supervision.internal.House.SUPERVISOR;
import static org.sanban.supervision.internal.House.TOWN;
import static org.sanban.supervision.internal.House.TOWN_SUPERVISOR;
import static org.sanban.supervision.internal.House.files;
import static org.sanban.supervision.internal.NoticeStoreTest.assertKind;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.supervision.Cause;
import org.sanban.api.supervision.LeadingGroup;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeDraft;
import org.sanban.api.supervision.PlanProgress;
import org.sanban.api.supervision.PlanProgress.State;
import org.sanban.api.supervision.PlanProgress.TaskProgress;
import org.sanban.api.supervision.PlanTask;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** Complaints, late cases, the plan, meetings and accountability on a real database. */
abstract class BoardStoreTest {
    private static final String NUMBER = "61092626000000017";

    private House house;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        house = new House(open());
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aComplaintIsFollowedByItsCodeAndItsSenderIsKnownToItsHandlerAlone() {
        Complaint.Receipt receipt = file("张𠮷示例", "0915-8401234");
        assertEquals(LocalDate.parse("2026-11-23"), receipt.dueOn(), "fifteen working days");
        String number = receipt.number();
        Complaint unseen = house.complaints.get(number, SUPERVISOR);
        assertNull(unseen.name());
        assertFalse(unseen.anonymous());
        assertKind(Problem.Kind.NOT_FOUND, "没有找到", () -> house.complaints.get(number, TOWN_SUPERVISOR));
        assertKind(Problem.Kind.FORBIDDEN, "角色", () -> house.complaints.get(number, ADMIN));
        assertEquals(
                List.of(),
                house.complaints
                        .list(null, true, false, PageRequest.first(), TOWN_SUPERVISOR)
                        .items());

        assertEquals("张𠮷示例", house.complaints.take(number, SUPERVISOR).name());
        assertNull(house.complaints.get(number, COLLEAGUE).phone());
        assertKind(Problem.Kind.CONFLICT, "已由 supervisor", () -> house.complaints.take(number, COLLEAGUE));
        assertKind(
                Problem.Kind.FORBIDDEN,
                "承办人",
                () -> house.complaints.close(number, Complaint.Outcome.FOUNDED, "x", COLLEAGUE));
        house.complaints.release(number, ADMIN);
        assertNull(house.complaints.get(number, SUPERVISOR).name());
        house.complaints.take(number, COLLEAGUE);
        house.complaints.close(number, Complaint.Outcome.FOUNDED, "已整改", COLLEAGUE);

        Complaint.Progress progress =
                house.complaints.follow(number, receipt.code().toLowerCase(Locale.ROOT));
        assertEquals("已整改", progress.answer());
        assertEquals(Complaint.State.CLOSED, progress.state());
        for (int i = 0; i < 5; i++) {
            assertKind(Problem.Kind.NOT_FOUND, "不正确", () -> house.complaints.follow(number, "WRONGCODE2"));
        }
        assertKind(Problem.Kind.TOO_MANY, "15 分钟", () -> house.complaints.follow(number, receipt.code()));
    }

    @Test
    void aComplaintIsNeverTurnedAwayForAMissingCalendarAndIsMarkedWhenLate() {
        house.today("2026-12-31");
        assertNull(file(null, null).dueOn());
        house.today("2026-11-02");
        Complaint.Receipt receipt = file(null, null);
        house.today("2026-11-24");
        house.watch.look();
        assertEquals(1, house.watch.metrics().get(1).value());
        List<Complaint> late = house.complaints
                .list(null, true, true, PageRequest.first(), SUPERVISOR)
                .items();
        assertEquals(
                List.of(receipt.number()), late.stream().map(Complaint::number).toList());
        assertTrue(late.get(0).anonymous());
    }

    @Test
    void aFloodOfComplaintsIsTurnedAwayAndOnlyOfItsAddress() {
        Complaints bounded = house.bounded(2);
        Complaints.Draft draft = new Complaints.Draft(null, TOWN, null, "脱岗", null, null);
        bounded.file(draft, "10.0.0.1");
        bounded.file(draft, "10.0.0.1");
        assertKind(Problem.Kind.TOO_MANY, "60 分钟后", () -> bounded.file(draft, "10.0.0.1"));
        bounded.file(draft, "10.0.0.2");
        assertKind(
                Problem.Kind.INVALID,
                "12 位",
                () -> bounded.file(new Complaints.Draft(null, null, null, "脱岗", null, null), "10.0.0.3"));
    }

    @Test
    void aLateCaseComesOntoTheBoardOnceAndIsNotifiedWithOneRequest() {
        JournalEntry late = entry(3, JournalEntry.Kind.ESCALATED, "accepted", "accepted");
        house.lateCases.on(late, state("accepted"));
        house.lateCases.on(late, state("accepted"));
        LateCase shown = board(SUPERVISOR, false).get(0);
        assertEquals(1, board(SUPERVISOR, false).size());
        assertEquals("审查", shown.stage());
        assertEquals(1, board(TOWN_SUPERVISOR, false).size());
        assertKind(Problem.Kind.FORBIDDEN, "角色", () -> board(CLERK, false));

        NoticeDraft draft = new NoticeDraft(
                Notice.Kind.RECTIFICATION, null, null, null, null, null, null, null, "cases/" + NUMBER, null, 3, null);
        Notice notice = house.notices.issue(draft, SUPERVISOR);
        assertEquals(TOWN, notice.division());
        assertTrue(notice.text().contains(NUMBER) && notice.text().contains("审查"), notice.text());
        assertEquals(notice.id(), board(SUPERVISOR, false).get(0).notice());
        assertKind(Problem.Kind.CONFLICT, "" + notice.id(), () -> house.notices.issue(draft, SUPERVISOR));

        house.lateCases.on(entry(4, JournalEntry.Kind.NOTED, "accepted", "accepted"), state("accepted"));
        assertEquals(1, board(SUPERVISOR, false).size(), "a remark moves nothing");
        house.lateCases.on(entry(5, JournalEntry.Kind.DECIDED, "accepted", "decided"), state("decided"));
        assertEquals(0, board(SUPERVISOR, false).size());
        assertNotNull(board(SUPERVISOR, true).get(0).movedAt());
    }

    @Test
    void thePlanIsTheNoticesOwnWithNoDeadlineInvented() {
        house.anotherNode();
        List<PlanTask> tasks =
                house.plan.tasks(null, new PageRequest(null, 100), SUPERVISOR).items();
        assertEquals(
                IntStream.rangeClosed(1, 20).mapToObj(i -> "T" + i).toList(),
                tasks.stream().map(PlanTask::code).toList());
        assertEquals(LocalDate.parse("2024-05-31"), tasks.get(0).dueOn());
        assertEquals("2024年12月", tasks.get(5).deadline());
        assertEquals(List.of("各镇人民政府"), tasks.get(1).owners());
        assertTrue(tasks.subList(11, 20).stream().allMatch(task -> task.dueOn() == null && task.deadline() == null));
        assertTrue(tasks.stream().allMatch(task -> task.source().equals("平政办发〔2024〕14号")));
    }

    @Test
    void aTownReportsWithEvidenceAndASupervisorFromAboveConfirms() {
        PlanProgress town = progress(TOWN);
        assertEquals(19, town.lines().size(), "all but what the county does itself");
        assertEquals(11, town.late(), "every deadline is over");
        assertKind(Problem.Kind.INVALID, "佐证", () -> report(CLERK, "T1", State.DONE));
        assertKind(Problem.Kind.FORBIDDEN, "自己的工作人员", () -> report(OFFICER, "T1", State.DONE, 1));
        assertKind(Problem.Kind.NOT_FOUND, "T20", () -> report(CLERK, "T20", State.DONE, 1));
        assertKind(Problem.Kind.CONFLICT, "已完成", () -> report(SUPERVISOR, "T1", State.CONFIRMED));
        assertKind(
                Problem.Kind.NOT_FOUND,
                "T1",
                () -> house.plan.report("T1", "610926100001", State.DONE, null, files(1), CLERK));
        report(CLERK, "T1", State.UNDER_WAY);
        TaskProgress done = report(CLERK, "T1", State.DONE, 1);
        assertFalse(done.late());
        assertKind(Problem.Kind.FORBIDDEN, "上级", () -> report(TOWN_SUPERVISOR, "T1", State.CONFIRMED));
        assertEquals(State.SENT_BACK, report(SUPERVISOR, "T1", State.SENT_BACK).state());
        report(CLERK, "T1", State.DONE, 2);
        TaskProgress confirmed = report(SUPERVISOR, "T1", State.CONFIRMED);
        assertEquals(files(2), confirmed.evidence(), "of the last report that had any");
        assertEquals(1, progress(TOWN).done());
        assertEquals(10, progress(TOWN).late());
    }

    @Test
    void theCountySeesEachTownAndATownItself() {
        Page<PlanProgress> first = house.plan.progress(null, new PageRequest(null, 1), SUPERVISOR);
        Page<PlanProgress> second = house.plan.progress(null, new PageRequest(first.next(), 1), SUPERVISOR);
        assertEquals(COUNTY, first.items().get(0).division());
        assertEquals(16, first.items().get(0).lines().size(), "what the county has a part in");
        assertEquals(TOWN, second.items().get(0).division());
        assertNull(second.next());
        assertEquals(
                2,
                house.plan
                        .progress(null, PageRequest.first(), SUPERVISOR)
                        .items()
                        .size());
        assertEquals(
                TOWN,
                house.plan
                        .progress(null, PageRequest.first(), CLERK)
                        .items()
                        .get(0)
                        .division());
        assertKind(Problem.Kind.FORBIDDEN, "管辖", () -> house.plan.progress(COUNTY, PageRequest.first(), CLERK));
    }

    @Test
    void aLeadingGroupIsOfPostsAndTheNextTakesItsPlace() {
        LeadingGroup first = house.groups.record(group("文件一号", "2026-10-01", "镇党委书记"), CLERK);
        assertEquals(List.of("镇长", "便民服务中心主任"), first.members());
        assertKind(
                Problem.Kind.CONFLICT, "文件一号", () -> house.groups.record(group("文件零号", "2026-09-01", "镇党委书记"), CLERK));
        LeadingGroup second = house.groups.record(group("文件二号", "2026-11-01", "镇长"), CLERK);
        List<LeadingGroup> inForce = house.groups
                .groups(null, false, PageRequest.first(), SUPERVISOR)
                .items();
        assertEquals(List.of(second), inForce);
        assertEquals(
                LocalDate.parse("2026-11-01"),
                house.groups.get(first.id(), SUPERVISOR).endedOn());
        assertEquals(
                2,
                house.groups
                        .groups(null, true, PageRequest.first(), CLERK)
                        .items()
                        .size());
        LeadingGroups.Draft foreign =
                new LeadingGroups.Draft(TOWN, "x", "x", List.of("x"), null, "x", first.formedOn(), null);
        assertKind(Problem.Kind.FORBIDDEN, "自己的工作人员", () -> house.groups.record(foreign, OFFICER));
        LeadingGroups.Draft empty = new LeadingGroups.Draft(null, " ", null, List.of(), null, null, null, null);
        assertKind(Problem.Kind.INVALID, "", () -> house.groups.record(empty, CLERK));
    }

    private static LeadingGroups.Draft group(String document, String formedOn, String head) {
        return new LeadingGroups.Draft(
                null,
                "“三办”工作领导小组",
                head,
                List.of("镇长", "便民服务中心主任"),
                null,
                document,
                LocalDate.parse(formedOn),
                files(9));
    }

    @Test
    void whatAMeetingDecidesBecomesATask() {
        Meeting.Decision decision =
                new Meeting.Decision("补齐窗口标识", null, List.of("便民服务中心"), LocalDate.parse("2026-11-01"), false);
        Meetings.Draft draft = new Meetings.Draft(
                null, LocalDate.parse("2026-11-01"), "镇长", "研究三办工作", null, files(7), List.of(decision));
        assertKind(
                Problem.Kind.FORBIDDEN,
                "自己的工作人员",
                () -> house.meetings.record(
                        new Meetings.Draft(TOWN, draft.heldOn(), "镇长", "x", null, null, null), OFFICER));
        Meeting meeting = house.meetings.record(draft, CLERK);
        String code = meeting.decisions().get(0).code();
        assertEquals("M" + meeting.id() + "-1", code);
        PlanProgress town = progress(TOWN);
        assertEquals(LocalDate.parse("2026-11-01"), town.lastMeetingOn());
        assertEquals(12, town.late(), "the decision's day is over too");
        assertEquals(State.DONE, report(CLERK, code, State.DONE, 8).state());
        assertEquals(
                1,
                house.meetings
                        .list(null, PageRequest.first(), SUPERVISOR)
                        .items()
                        .size());
        assertEquals(1, house.meetings.get(meeting.id(), CLERK).decisions().size());
        Meeting.Decision towns = new Meeting.Decision("各镇自查", null, List.of("各镇"), null, true);
        assertKind(
                Problem.Kind.INVALID,
                "县级会议",
                () -> house.meetings.record(
                        new Meetings.Draft(null, draft.heldOn(), "镇长", "x", null, null, List.of(towns)), CLERK));
        house.meetings.record(new Meetings.Draft(null, draft.heldOn(), "组长", "x", null, null, List.of(towns)), OFFICER);
        assertEquals(21, progress(TOWN).lines().size());
    }

    @Test
    void whoWasHeldAccountableIsForSupervisorsFromAbove() {
        Accountabilities.Draft draft = new Accountabilities.Draft(
                TOWN, "某某（示例）", "clerk", Cause.SLOW, "约谈", "示例机关", null, LocalDate.parse("2026-11-01"), null, null);
        assertKind(Problem.Kind.FORBIDDEN, "上级", () -> house.accountabilities.record(draft, TOWN_SUPERVISOR));
        Accountability made = house.accountabilities.record(draft, SUPERVISOR);
        assertKind(Problem.Kind.NOT_FOUND, "没有找到", () -> house.accountabilities.get(made.id(), TOWN_SUPERVISOR));
        assertEquals(
                List.of(),
                house.accountabilities
                        .list(null, PageRequest.first(), TOWN_SUPERVISOR)
                        .items());
        assertEquals(
                LocalDate.parse("2026-11-02"),
                house.accountabilities.revoke(made.id(), "决定撤销", COLLEAGUE).revokedOn());
        assertKind(Problem.Kind.CONFLICT, "已经撤销", () -> house.accountabilities.revoke(made.id(), "x", SUPERVISOR));
        assertEquals(
                "决定撤销",
                house.accountabilities
                        .list(null, PageRequest.first(), SUPERVISOR)
                        .items()
                        .get(0)
                        .revokedWhy());
    }

    private Complaint.Receipt file(String name, String phone) {
        return house.complaints.file(new Complaints.Draft(null, null, SITE, "上班时间窗口无人", name, phone), "10.0.0.1");
    }

    private List<LateCase> board(Actor actor, boolean all) {
        return house.lateCases.list(null, all, PageRequest.first(), actor).items();
    }

    private PlanProgress progress(String division) {
        return house.plan
                .progress(division, PageRequest.first(), SUPERVISOR)
                .items()
                .get(0);
    }

    private TaskProgress report(Actor actor, String task, State state, int... evidence) {
        return house.plan.report(task, TOWN, state, "说明", files(evidence), actor);
    }

    private static JournalEntry entry(int seq, JournalEntry.Kind kind, String from, String to) {
        return new JournalEntry(
                seq,
                NUMBER,
                seq,
                House.at("2026-11-02"),
                kind,
                "step",
                Text.of("步骤"),
                from,
                to,
                Status.OPEN,
                "sanban:clock",
                "三办平台",
                "system",
                TOWN,
                false,
                Map.of(),
                "");
    }

    private static Case state(String stage) {
        return new Case(
                NUMBER,
                3,
                "window",
                1,
                "m",
                "示例事项",
                1,
                false,
                SITE,
                TOWN,
                Samples.person(),
                stage,
                Text.of("审查"),
                Status.OPEN,
                new Holder("officer", null, null),
                "clerk",
                House.at("2026-11-01"),
                House.at("2026-11-02"),
                new Due(5, null, null, null, null, Light.OVERDUE, Text.of("示例"), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null);
    }
}
