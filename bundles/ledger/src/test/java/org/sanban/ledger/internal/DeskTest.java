// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.ledger.Desk;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.SampleCase;

/** What the general service desk sees (R80). */
class DeskTest {
    private static final Instant NOW = Instant.parse("2026-11-02T17:00:00Z");
    private static final Workflow ONSITE = new Workflow(
            "onsite",
            1,
            new Text("上门办", "at home"),
            "requested",
            Set.of(),
            List.of(Field.choice(
                    "need",
                    Text.of("需求类别"),
                    true,
                    List.of(
                            new Field.Choice("enterprise", Text.of("企业需求")),
                            new Field.Choice("person", Text.of("群众需求"))))),
            List.of(new Stage(
                    "requested", Text.of("已申请"), Status.OPEN, org.sanban.api.cases.Clock.WAITING, "clerk", null)),
            List.of());

    private final List<CaseQuery> asked = new ArrayList<>();
    private final List<Collection<String>> read = new ArrayList<>();
    private final List<Instant> span = new ArrayList<>();
    private final DeskManager desk = new DeskManager(
            new FakeRegistry(),
            new Cases(),
            this::booked,
            new DeskSettings(new Configured("某规定", "onsite", "postal")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void requestsOfEachModeAreShownWithWhatBurns() {
        Desk told = desk.desk(Samples.COUNTY, 2, Samples.ADMIN);
        Desk.Mode onsite = told.modes().get(0);
        assertEquals("上门办", onsite.name().zh());
        assertTrue(onsite.installed() && onsite.more());
        assertEquals(
                List.of("N1"), onsite.alarms().stream().map(CaseLine::number).toList());
        assertEquals(2, onsite.open().size());
        assertEquals(
                List.of("enterprise [N2]", "person [N1]"),
                onsite.needs().stream()
                        .map(need -> need.need() + " " + need.numbers())
                        .toList());
        assertEquals(List.of(List.of("N1", "N2")), read, "together");
        Desk.Mode postal = told.modes().get(1);
        assertFalse(postal.installed());
        assertEquals("postal", postal.name().zh());
        assertEquals(List.of(), postal.open());
        assertEquals(List.of(), postal.needs());
        assertTrue(asked.stream()
                .allMatch(q -> q.status() == Status.OPEN && q.division().equals(Samples.COUNTY)));
        assertEquals(1, asked.stream().filter(q -> q.mode().equals("postal")).count(), "nothing open, nothing burns");
    }

    @Test
    void todayIsTheCountysDay() {
        Desk told = desk.desk(Samples.COUNTY, 20, Samples.ADMIN);
        assertEquals(LocalDate.parse("2026-11-03"), told.day());
        assertEquals(List.of(Instant.parse("2026-11-02T16:00:00Z"), Instant.parse("2026-11-03T16:00:00Z")), span);
        assertEquals("N1", told.today().get(0).number());
        assertFalse(told.moreToday());
    }

    @Test
    void whatElseIsLateIsToldTheLongestFirstAndOneSourceThatFailsTakesNoneWithIt() {
        desk.sources = List.of(
                (division, most, actor) -> List.of(alarm("2026-11-02"), alarm("2026-10-30")),
                (division, most, actor) -> {
                    throw new IllegalStateException("away");
                },
                (division, most, actor) -> List.of(alarm("2026-11-01")));
        assertEquals(
                List.of("2026-10-30", "2026-11-01", "2026-11-02"),
                desk.desk(Samples.COUNTY, 20, Samples.ADMIN).alarms().stream()
                        .map(one -> one.due().toString())
                        .toList());
    }

    private static Alarm alarm(String due) {
        return new Alarm(Samples.COUNTY, null, Text.of("示例"), LocalDate.parse(due), "rectifications/1");
    }

    @Test
    void itIsForStaffOfTheDivision() {
        Actor citizen = new Actor("c", "某", Set.of(Role.APPLICANT), Samples.COUNTY, Channel.REST);
        Actor town = new Actor("t", "某", Set.of(Role.CLERK), org.sanban.api.test.Samples.TOWN, Channel.REST);
        for (Actor actor : List.of(citizen, town)) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(Problem.class, () -> desk.desk(Samples.COUNTY, 20, actor))
                            .kind());
        }
        assertEquals(
                Problem.Kind.INVALID,
                assertThrows(Problem.class, () -> desk.desk(Samples.COUNTY, 0, Samples.ADMIN))
                        .kind());
    }

    @Test
    void aModeThatIsNoneIsToldAndTakesNothingAway() {
        DeskSettings before = new DeskSettings(new Configured("x", "onsite"));
        DeskSettings wrong = new DeskSettings(new Configured("x", "A B"));
        assertEquals(1, wrong.faults().size());
        assertEquals(before.modes(), wrong.modes());
    }

    private Page<BookedTime> booked(
            String resource, String division, Instant from, Instant to, PageRequest page, Actor actor) {
        span.add(from);
        span.add(to);
        return new Page<>(
                List.of(new BookedTime(
                        "1", "N1", "示例事项", new Booking("vehicle:CG-01", NOW, NOW.plusSeconds(60), 0, null))),
                null);
    }

    private record Configured(String source, String... modes) implements DeskSettings.Config {
        @Override
        public Class<? extends Annotation> annotationType() {
            return DeskSettings.Config.class;
        }
    }

    /** One mode, two open requests of which one is late. */
    private final class Cases implements CaseService {
        @Override
        public Page<CaseLine> find(CaseQuery query, PageRequest page, Actor actor) {
            asked.add(query);
            if (!query.mode().equals("onsite") || query.light() == Light.NEAR) {
                return new Page<>(List.of(), null);
            }
            CaseLine late = line("N1", Light.OVERDUE);
            return query.light() == null
                    ? new Page<>(List.of(late, line("N2", Light.NONE)), "N2")
                    : new Page<>(List.of(late), null);
        }

        private CaseLine line(String number, Light light) {
            return new CaseLine(
                    number,
                    "A1",
                    "示例事项",
                    "onsite",
                    "s",
                    "张*",
                    "requested",
                    Text.of("已申请"),
                    Status.OPEN,
                    NOW,
                    null,
                    light);
        }

        @Override
        public List<Workflow> modes() {
            return List.of(ONSITE);
        }

        @Override
        public Receipt submit(Draft draft, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt act(String number, Action action, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Case get(String number, Actor actor) {
            return SampleCase.of(ONSITE)
                    .answering("need", number.equals("N1") ? "person" : "enterprise")
                    .make();
        }

        @Override
        public Map<String, Case> get(Collection<String> numbers, Actor actor) {
            read.add(numbers);
            return CaseService.super.get(numbers, actor);
        }

        @Override
        public Due explain(String number, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Step> steps(String number, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Progress follow(String number, String phoneEnding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Workflow workflow(String mode, int version) {
            throw new UnsupportedOperationException();
        }
    }
}
