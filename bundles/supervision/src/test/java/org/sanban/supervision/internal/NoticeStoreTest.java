// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.supervision.internal.House.CLERK;
import static org.sanban.supervision.internal.House.COLLEAGUE;
import static org.sanban.supervision.internal.House.COUNTY;
import static org.sanban.supervision.internal.House.OFFICER;
import static org.sanban.supervision.internal.House.OTHER_TOWN;
import static org.sanban.supervision.internal.House.SITE;
import static org.sanban.supervision.internal.House.SUPERVISOR;
import static org.sanban.supervision.internal.House.TOWN;
import static org.sanban.supervision.internal.House.TOWN_SUPERVISOR;
import static org.sanban.supervision.internal.House.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Period;
import org.sanban.api.supervision.Cause;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.Notice.Kind;
import org.sanban.api.supervision.Notice.State;
import org.sanban.api.supervision.NoticeDraft;
import org.sanban.api.supervision.NoticeEntry;
import org.sanban.api.supervision.NoticeQuery;
import org.sanban.api.supervision.NoticeStep;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** Visits and notices on a real database. */
abstract class NoticeStoreTest {
    private static final NoticeQuery OPEN = new NoticeQuery(null, true, false);
    private static final NoticeQuery LATE = new NoticeQuery(null, false, true);
    private static final Period NOVEMBER = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));

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
    void whatAVisitFoundIsNotifiedAnsweredSentBackAndClosed() {
        Inspection visit = house.inspections.open(
                visit(Inspection.Kind.OPEN, List.of(finding(Cause.IMPROPER, 1), finding(Cause.SLOW, 2))), SUPERVISOR);
        String origin = "inspections/" + visit.id();
        NoticeDraft draft =
                new NoticeDraft(Kind.RECTIFICATION, null, null, null, null, null, null, null, origin, null, 5, null);
        assertKind(Problem.Kind.CONFLICT, "尚未结束", () -> house.notices.issue(draft, SUPERVISOR));
        house.inspections.conclude(visit.id(), "两个问题", SUPERVISOR);

        Notice notice = house.notices.issue(draft, SUPERVISOR);
        assertEquals(Cause.IMPROPER, notice.cause(), "of the first finding");
        assertEquals("问题1", notice.text());
        assertEquals(SITE, notice.site());
        assertEquals(LocalDate.parse("2026-11-09"), notice.dueOn(), "five working days after a Monday");
        assertEquals(files(1), history(notice).get(0).evidence());
        assertKind(Problem.Kind.CONFLICT, "" + notice.id(), () -> house.notices.issue(draft, SUPERVISOR));

        Notice answered = act(notice, NoticeStep.Kind.ANSWER, CLERK, 3);
        assertEquals(State.ANSWERED, answered.state());
        assertKind(Problem.Kind.CONFLICT, "clerk", () -> act(notice, NoticeStep.Kind.ANSWER, CLERK, 3));
        Notice back = act(answered, NoticeStep.Kind.SEND_BACK, SUPERVISOR);
        assertEquals(State.SENT_BACK, back.state());
        Notice again = act(back, NoticeStep.Kind.ANSWER, CLERK, 4);
        Notice closed = act(again, NoticeStep.Kind.CLOSE, COLLEAGUE);
        assertEquals(State.CLOSED, closed.state());
        assertNull(closed.lateOn());
        assertEquals(
                List.of("ISSUED", "ANSWERED", "SENT_BACK", "ANSWERED", "CLOSED"),
                history(closed).stream().map(e -> e.kind().name()).toList());
        assertEquals(
                List.of(),
                house.notices.notices(OPEN, PageRequest.first(), SUPERVISOR).items());
        assertEquals(TOWN, house.files.kept.get(House.file(3)));
    }

    @Test
    void nobodyClosesTheNoticeAgainstTheirOwn() {
        assertKind(Problem.Kind.FORBIDDEN, "上级", () -> house.notices.issue(draft(5), TOWN_SUPERVISOR));
        assertKind(
                Problem.Kind.FORBIDDEN,
                "上级",
                () -> house.notices.issue(
                        new NoticeDraft(
                                Kind.CRITICISM,
                                COUNTY,
                                null,
                                null,
                                null,
                                Cause.SLOW,
                                "问题",
                                null,
                                null,
                                null,
                                null,
                                null),
                        SUPERVISOR));
        Notice notice = house.notices.issue(
                new NoticeDraft(
                        Kind.RECTIFICATION,
                        TOWN,
                        null,
                        "综合窗口",
                        "supervisor2",
                        Cause.SLOW,
                        "问题",
                        null,
                        null,
                        null,
                        5,
                        null),
                SUPERVISOR);
        assertKind(Problem.Kind.CONFLICT, "须有整改答复", () -> act(notice, NoticeStep.Kind.CLOSE, SUPERVISOR));
        assertKind(Problem.Kind.FORBIDDEN, "工作人员答复", () -> act(notice, NoticeStep.Kind.ANSWER, OFFICER, 3));
        assertKind(Problem.Kind.INVALID, "附佐证", () -> act(notice, NoticeStep.Kind.ANSWER, CLERK));
        assertKind(Problem.Kind.INVALID, "no such file", () -> act(notice, NoticeStep.Kind.ANSWER, CLERK, 404));
        Actor both = new Actor("both", "both", Set.of(Role.CLERK, Role.SUPERVISOR), TOWN, "rest");
        Notice answered = act(notice, NoticeStep.Kind.ANSWER, both, 3);
        Actor risen = new Actor("both", "both", Set.of(Role.SUPERVISOR), COUNTY, "rest");
        assertKind(Problem.Kind.FORBIDDEN, "换一位", () -> act(answered, NoticeStep.Kind.CLOSE, risen));
        assertKind(Problem.Kind.FORBIDDEN, "换一位", () -> act(answered, NoticeStep.Kind.CLOSE, COLLEAGUE));
        assertKind(Problem.Kind.FORBIDDEN, "上级", () -> act(answered, NoticeStep.Kind.CLOSE, TOWN_SUPERVISOR));
        assertKind(Problem.Kind.FORBIDDEN, "角色", () -> act(answered, NoticeStep.Kind.CLOSE, CLERK));
        assertKind(Problem.Kind.NOT_FOUND, "没有找到", () -> act(answered, NoticeStep.Kind.CLOSE, OTHER_TOWN));
        assertEquals(
                State.CLOSED, act(answered, NoticeStep.Kind.CLOSE, SUPERVISOR).state());
    }

    @Test
    void aLateOneIsToldToTheCountyOnceForEachLimit() {
        Notice notice = house.notices.issue(draft(1), SUPERVISOR);
        house.today("2026-11-03");
        assertEquals(0, house.watch.look(), "the last day of the limit is in time");
        house.today("2026-11-04");
        assertEquals(1, house.watch.look());
        assertEquals(0, house.watch.look());
        Notice late = house.notices.notice(notice.id(), CLERK);
        assertEquals(LocalDate.parse("2026-11-04"), late.lateOn());
        assertEquals(
                List.of(late),
                house.notices.notices(LATE, PageRequest.first(), SUPERVISOR).items());
        assertEquals(1, house.watch.metrics().get(0).value());
        assertEquals("sanban:clock", history(late).get(1).account());
        LateNotices alarms = new LateNotices(house.notices);
        Alarm alarm = alarms.alarms(House.TOWN, 20, CLERK).get(0);
        assertEquals(late.dueOn(), alarm.due());
        assertEquals("notices/" + late.id(), alarm.link());
        assertTrue(alarm.text().zh().contains(late.text()), alarm.text().zh());

        Notice answered = act(notice, NoticeStep.Kind.ANSWER, CLERK, 3);
        assertEquals(3, answered.version(), "that the clock told the county needs not have been seen");
        NoticeStep noLimit = new NoticeStep(NoticeStep.Kind.SEND_BACK, 3, "不足", null, null, null);
        assertKind(Problem.Kind.INVALID, "期限", () -> house.notices.act(notice.id(), noLimit, SUPERVISOR));
        NoticeStep newLimit = new NoticeStep(NoticeStep.Kind.SEND_BACK, 3, "不足", null, 2, null);
        Notice back = house.notices.act(notice.id(), newLimit, SUPERVISOR);
        assertEquals(LocalDate.parse("2026-11-06"), back.dueOn());
        house.today("2026-11-09");
        assertEquals(1, house.watch.look(), "the new limit is over too");
        assertEquals(
                LocalDate.parse("2026-11-04"),
                house.notices.notice(notice.id(), CLERK).lateOn(),
                "the day on which it was late first stays");
    }

    @Test
    void anAnswerThatComesLateIsLateAlthoughTheClockHasNotLooked() {
        Notice notice = house.notices.issue(draft(1), SUPERVISOR);
        house.today("2026-11-05");
        act(notice, NoticeStep.Kind.ANSWER, CLERK, 3);
        assertEquals(
                List.of(NoticeEntry.Kind.ISSUED, NoticeEntry.Kind.ESCALATED, NoticeEntry.Kind.ANSWERED),
                history(notice).stream().map(NoticeEntry::kind).toList());
        assertEquals(0, house.watch.look());
    }

    @Test
    void starsCountWhatWasIssuedAndWhatWasRectifiedInTime() {
        NoticesCriterion issued = new NoticesCriterion(house.store);
        RectifiedCriterion rectified = new RectifiedCriterion(house.store);
        assertNull(rectified.measure(Samples.SITE, NOVEMBER).value(), "nothing to judge by");
        Notice good = house.notices.issue(draft(5), SUPERVISOR);
        act(act(good, NoticeStep.Kind.ANSWER, CLERK, 3), NoticeStep.Kind.CLOSE, SUPERVISOR);
        Notice late = house.notices.issue(draft(1), SUPERVISOR);
        house.notices.issue(draft(10), SUPERVISOR);
        house.today("2026-11-09");
        house.watch.look();
        assertEquals(new BigDecimal("3"), issued.measure(Samples.SITE, NOVEMBER).value());
        assertEquals(
                new BigDecimal("50.00"),
                rectified.measure(Samples.SITE, NOVEMBER).value());
        house.today("2026-12-09");
        act(act(late, NoticeStep.Kind.ANSWER, CLERK, 4), NoticeStep.Kind.CLOSE, SUPERVISOR);
        assertEquals(
                new BigDecimal("50.00"),
                rectified.measure(Samples.SITE, NOVEMBER).value(),
                "a period that is over stays as it is");
        assertTrue(rectified
                .measure(Samples.SITE, NOVEMBER)
                .facts()
                .get(0)
                .text()
                .zh()
                .contains("逾期 1 件"));
    }

    @Test
    void aSecretVisitIsHiddenFromTheVisitedUntilItIsConcluded() {
        assertKind(
                Problem.Kind.FORBIDDEN,
                "上级",
                () -> house.inspections.open(visit(Inspection.Kind.SECRET, List.of()), TOWN_SUPERVISOR));
        Inspection visit =
                house.inspections.open(visit(Inspection.Kind.SECRET, List.of(finding(Cause.ABSENT, 1))), SUPERVISOR);
        for (Actor visited : List.of(CLERK, TOWN_SUPERVISOR, OFFICER)) {
            assertKind(Problem.Kind.NOT_FOUND, "没有找到", () -> house.inspections.get(visit.id(), visited));
            assertEquals(List.of(), list(visited));
        }
        assertEquals(1, list(COLLEAGUE).size());
        Inspection more = house.inspections.add(visit.id(), finding(Cause.SLOW, 2), COLLEAGUE);
        assertEquals(2, more.findings().size());
        house.inspections.conclude(visit.id(), "脱岗", SUPERVISOR);
        assertEquals(2, house.inspections.get(visit.id(), CLERK).findings().size());
        assertEquals(1, list(TOWN_SUPERVISOR).size());
        assertKind(
                Problem.Kind.CONFLICT,
                "已经结束",
                () -> house.inspections.add(visit.id(), finding(Cause.SLOW, 3), SUPERVISOR));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Inspections.Draft joint = new Inspections.Draft(
                Inspection.Kind.JOINT,
                "999999999999",
                null,
                LocalDate.parse("2027-01-01"),
                List.of(),
                List.of("县审批局"),
                List.of(new Inspection.Finding(null, " ", List.of("x"))));
        Problem problem = assertThrows(Problem.class, () -> house.inspections.open(joint, SUPERVISOR));
        assertEquals(
                Set.of(
                        "visitedOn",
                        "inspectors",
                        "departments",
                        "division",
                        "findings[0].cause",
                        "findings[0].text",
                        "findings[0].evidence"),
                new HashSet<>(problem.violations().stream()
                        .map(Problem.Violation::field)
                        .toList()));
        NoticeDraft draft = new NoticeDraft(
                Kind.RECTIFICATION, null, "no-site", null, null, null, "", null, null, null, null, null);
        problem = assertThrows(Problem.class, () -> house.notices.issue(draft, SUPERVISOR));
        assertEquals(
                Set.of("cause", "text", "days", "site"),
                new HashSet<>(problem.violations().stream()
                        .map(Problem.Violation::field)
                        .toList()));
        assertKind(Problem.Kind.UNAVAILABLE, "200 个工作日", () -> house.notices.issue(draft(200), SUPERVISOR));
    }

    @Test
    void whatWasIssuedWronglyIsWithdrawnAndCountsForNothing() {
        Notice notice = house.notices.issue(draft(5), SUPERVISOR);
        assertKind(Problem.Kind.FORBIDDEN, "角色", () -> act(notice, NoticeStep.Kind.WITHDRAW, CLERK));
        Notice withdrawn = act(notice, NoticeStep.Kind.WITHDRAW, SUPERVISOR);
        assertEquals(State.WITHDRAWN, withdrawn.state());
        assertKind(Problem.Kind.CONFLICT, "已撤销", () -> act(withdrawn, NoticeStep.Kind.ANSWER, CLERK, 1));
        assertKind(Problem.Kind.CONFLICT, "不能再撤销", () -> act(withdrawn, NoticeStep.Kind.WITHDRAW, SUPERVISOR));
        assertEquals(
                List.of(),
                house.notices.notices(OPEN, PageRequest.first(), SUPERVISOR).items());
        house.today("2026-11-30");
        assertEquals(0, house.watch.look());
        NoticesCriterion issued = new NoticesCriterion(house.store);
        assertEquals(new BigDecimal("0"), issued.measure(Samples.SITE, NOVEMBER).value());
        Notice later = house.notices.issue(draft(5), SUPERVISOR);
        house.today("2026-12-01");
        act(later, NoticeStep.Kind.WITHDRAW, SUPERVISOR);
        assertEquals(
                new BigDecimal("1"),
                issued.measure(Samples.SITE, NOVEMBER).value(),
                "a period that is over stays as it is");
    }

    @Test
    void listsArePagedByKey() {
        for (int i = 0; i < 5; i++) {
            house.notices.issue(draft(5), SUPERVISOR);
        }
        Page<Notice> first = house.notices.notices(OPEN, new PageRequest(null, 3), CLERK);
        Page<Notice> second = house.notices.notices(OPEN, new PageRequest(first.next(), 3), CLERK);
        assertEquals(3, first.items().size());
        assertEquals(2, second.items().size());
        assertTrue(first.items().get(2).id() > second.items().get(0).id(), "newest first");
        assertNull(second.next());
        assertEquals(
                List.of(),
                house.notices.notices(OPEN, PageRequest.first(), OTHER_TOWN).items());
        assertKind(
                Problem.Kind.FORBIDDEN,
                "管辖范围",
                () -> house.notices.notices(new NoticeQuery(COUNTY, false, false), PageRequest.first(), CLERK));
    }

    private List<Inspection> list(Actor actor) {
        return house.inspections.list(null, PageRequest.first(), actor).items();
    }

    private List<NoticeEntry> history(Notice notice) {
        return house.notices.history(notice.id(), SUPERVISOR);
    }

    private Notice act(Notice notice, NoticeStep.Kind kind, Actor actor, int... evidence) {
        return house.notices.act(
                notice.id(), new NoticeStep(kind, notice.version(), "办理", files(evidence), null, null), actor);
    }

    private static NoticeDraft draft(int days) {
        return new NoticeDraft(
                Kind.RECTIFICATION, TOWN, null, null, null, Cause.SLOW, "问题", null, null, null, days, null);
    }

    private static Inspections.Draft visit(Inspection.Kind kind, List<Inspection.Finding> findings) {
        return new Inspections.Draft(
                kind, null, SITE, LocalDate.parse("2026-11-02"), List.of("周监督（示例）"), List.of(), findings);
    }

    private static Inspection.Finding finding(Cause cause, int file) {
        return new Inspection.Finding(cause, "问题" + file, files(file));
    }

    static void assertKind(Problem.Kind kind, String part, Executable does) {
        Problem problem = assertThrows(Problem.class, does);
        assertEquals(kind, problem.kind(), problem.getMessage());
        assertTrue(problem.detail().zh().contains(part), problem.detail().zh());
    }
}
