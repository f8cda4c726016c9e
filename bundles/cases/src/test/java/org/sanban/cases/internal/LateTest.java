// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Light;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** What an applicant gains: whoever is late is told upwards once, and what was late is never shown as on time. */
class LateTest {
    private final Team team = new Team();

    @Test
    void aStageThatIsOverIsToldUpwardsOnce() {
        String number = team.submit().number();
        Case before = team.get(number);
        assertEquals(Instant.parse("2026-11-24T09:30:00Z"), before.due().dueAt());
        assertEquals(Light.NEAR, before.due().light());
        assertTrue(
                before.due().why().zh().contains("8 小时 30 分钟"),
                before.due().why().zh());
        assertEquals(0, team.alarms.look());
        team.now = Instant.parse("2026-11-24T09:30:00Z");
        assertEquals(Light.OVERDUE, team.get(number).due().light());
        assertEquals(Light.OVERDUE, team.line(number).light());
        assertEquals(1, team.alarms.look());
        assertEquals(0, team.alarms.look());
        JournalEntry entry = team.journal
                .entries(number, PageRequest.first(), Fakes.CLERK)
                .items()
                .get(1);
        assertEquals(JournalEntry.Kind.ESCALATED, entry.kind());
        assertEquals("sanban:clock", entry.account());
        team.now = team.now.plusSeconds(86_400);
        assertEquals(0, team.alarms.look());
        team.cases.act(number, Action.of("plan", 2), Fakes.CLERK);
        assertNull(team.store.cases.values().iterator().next().alarmAt);
    }

    @Test
    void anotherSystemCannotPretendToBeTheClock() {
        String number = team.submit().number();
        Actor system = new Actor("provincial-site", "外部系统（示例）", Set.of(Role.SYSTEM), Fakes.CLERK.division(), "soap");
        Problem problem = assertThrows(Problem.class, () -> team.cases.act(number, Action.of("urge", 1), system));
        assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        assertTrue(team.cases.steps(number, system).stream()
                .noneMatch(step -> step.action().equals("urge")));
    }

    @Test
    void anAlarmThatIsRefusedHoldsNoOtherBackAndIsTriedAgain() {
        String number = team.submit().number();
        team.now = Instant.parse("2026-11-24T10:00:00Z");
        team.modes.remove(team.mode);
        assertEquals(0, team.alarms.look());
        team.modes.add(team.mode);
        assertEquals(0, team.alarms.look());
        team.now = team.now.plusSeconds(601);
        assertEquals(1, team.alarms.look());
        assertEquals(2, team.get(number).version());
    }

    @Test
    void whoSubmitsAfterOfficeHoursHasTheRestOfTheDay() {
        team.now = Instant.parse("2026-11-24T12:00:00Z");
        String number = team.submit().number();
        assertEquals(
                Instant.parse("2026-11-24T16:00:00Z"), team.get(number).due().dueAt());
        assertEquals(LocalDate.of(2026, 11, 24), team.get(number).due().dueOn());
    }

    @Test
    void whatIsDoneAtOnceWasOnTimeInTheListAndInDetail() {
        String number = team.submit().number();
        team.cases.act(number, Action.of("now", 1), Fakes.CLERK);
        team.now = team.now.plusSeconds(30 * 86_400L);
        assertEquals(Light.ON_TIME, team.get(number).due().light());
        assertEquals(Light.ON_TIME, team.line(number).light());
        assertEquals(team.get(number).due().dueOn(), team.line(number).dueOn());
    }

    @Test
    void whatWasDoneLateStaysLateInTheList() {
        String number = team.planned();
        team.now = team.now.plusSeconds(30 * 86_400L);
        team.cases.act(number, Action.of("close", 2), Fakes.OFFICER);
        assertEquals(Light.OVERDUE, team.get(number).due().light());
        assertEquals(Light.OVERDUE, team.line(number).light());
        assertEquals(LocalDate.of(2026, 12, 1), team.line(number).dueOn());
    }
}
