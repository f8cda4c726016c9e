// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.channel.hotline.internal.Desk.CENTRE;
import static org.sanban.channel.hotline.internal.Desk.CLERK;
import static org.sanban.channel.hotline.internal.Desk.ELSEWHERE;
import static org.sanban.channel.hotline.internal.Desk.HOTLINE;
import static org.sanban.channel.hotline.internal.Desk.OTHER_HOTLINE;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Applicant;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** What somebody gains who telephones for an appointment: a case, once, with its number. */
abstract class AppointmentsTest extends DeskFixture {
    @Test
    void anAppointmentBecomesACaseOnce() {
        Intake asked = new Intake(
                "12345-9",
                Kind.APPOINTMENT,
                "想请人上门",
                "张示例",
                Desk.PHONE,
                null,
                Samples.SITE.code(),
                "m",
                null,
                "onsite",
                Instant.parse("2026-11-26T01:00:00Z"),
                null,
                new Intake.Place("示例村一组", null, null, null));
        long id = desk.orders.take(asked, CENTRE).order().id();
        Appointments.Wish rest = wish(null);
        desk.cases.fault = Problem.invalid("applicant.idNumber", Text.of("示例"));
        refused(Problem.Kind.INVALID, () -> desk.appointments.make(id, rest, HOTLINE));
        // The machine stops after the case was submitted and before that was written down; a colleague tries again.
        desk.cases.fault = new IllegalStateException("power cut");
        assertThrows(IllegalStateException.class, () -> desk.appointments.make(id, rest, HOTLINE));
        Appointments.Made made = desk.appointments.make(id, rest, OTHER_HOTLINE);
        assertEquals(1, desk.cases.submitted.size());
        assertEquals(
                made.number(), desk.appointments.make(id, rest, OTHER_HOTLINE).number());
        FakeCases.Submitted submitted = desk.cases.submitted.get(0);
        assertEquals("hotline", submitted.actor().channel());
        assertEquals("hotline-1", submitted.actor().account());
        assertEquals("phone", submitted.draft().answers().get("via"));
        assertEquals("示例村一组", submitted.draft().answers().get("place"));
        assertEquals("2026-11-26T09:00:00+08:00", submitted.draft().answers().get("wishedAt"));
        assertEquals("onsite", submitted.draft().mode());
        Order order = desk.orders.get(id, HOTLINE);
        assertEquals(State.ANSWERED, order.state());
        assertEquals(made.number(), order.caseNumber());
        assertEquals(made.number(), desk.appointments.progress(id, HOTLINE).number());
        refused(Problem.Kind.NOT_FOUND, () -> desk.appointments.progress(id, ELSEWHERE));
    }

    @Test
    void whoIsOnTheTelephoneGetsTheNumberAtOnce() {
        Appointments.Wish wish = wish("onsite");
        Appointments.Made made = desk.appointments.make(wish, "k1", HOTLINE);
        Appointments.Made again = desk.appointments.make(wish, "k1", HOTLINE);
        assertEquals(made.number(), again.number());
        assertEquals(made.order(), again.order());
        assertTrue(again.repeated());
        Order order = desk.orders.get(made.order(), HOTLINE);
        assertEquals(State.CLOSED, order.state());
        assertEquals(Kind.APPOINTMENT, order.kind());
        assertEquals("张**", order.callerName());
        refused(Problem.Kind.FORBIDDEN, () -> desk.appointments.make(wish, null, CLERK));
        long other = desk.taken("12345-1", Kind.HELP).id();
        refused(Problem.Kind.CONFLICT, () -> desk.appointments.make(other, wish, HOTLINE));
    }

    private static Appointments.Wish wish(String mode) {
        Applicant applicant = Samples.person();
        return new Appointments.Wish(
                mode,
                mode == null ? null : "m",
                mode == null ? null : Samples.SITE.code(),
                applicant,
                mode == null ? null : Instant.parse("2026-11-26T01:00:00Z"),
                mode == null ? null : "示例村一组",
                Map.of(),
                null);
    }
}
