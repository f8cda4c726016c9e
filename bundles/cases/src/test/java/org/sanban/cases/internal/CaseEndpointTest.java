// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Draft;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.web.Callers;
import org.sanban.api.web.ProblemFault;
import org.sanban.cases.internal.soap.BookingTypes.BookingType;
import org.sanban.cases.internal.soap.CaseEndpoint;
import org.sanban.cases.internal.soap.CaseTypes.AnswerType;
import org.sanban.cases.internal.soap.CommandTypes.ActionType;
import org.sanban.cases.internal.soap.CommandTypes.MovedType;
import org.sanban.cases.internal.soap.CommandTypes.OpeningType;
import org.sanban.cases.internal.soap.CommandTypes.OriginalType;
import org.sanban.cases.internal.soap.FoundTypes.CaseType;

/** What steps do besides moving the case, over SOAP. */
class CaseEndpointTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final FakeCaseStore store = new FakeCaseStore();
    private final Modes modes = new Modes(store);
    private Actor actor = Fakes.CLERK;
    private Locale language = Locale.CHINESE;
    private CaseEndpoint soap;
    private String number;

    @BeforeEach
    void open() {
        modes.add(new TeamMode());
        Fakes.Matters matters = new Fakes.Matters();
        Deadlines deadlines = Deadlines.bundled(1, () -> NOW);
        CaseReader reader = new CaseReader(store, modes, matters, deadlines);
        CaseManager cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        soap = new CaseEndpoint(cases, null, null, new Callers() {
            @Override
            public Actor actor() {
                return actor;
            }

            @Override
            public Locale language() {
                return language;
            }
        });
        Draft draft = new Draft("team", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, null, null, null);
        number = cases.submit(draft, actor).number();
    }

    @Test
    void listsAreRepeatedValues() throws ProblemFault {
        ActionType plan = action("plan", 1);
        plan.answer.add(answer("tags", "b", "a"));
        plan.answer.add(answer("matters", Fakes.MATTER));
        soap.actOnCase(number, plan);
        AnswerType tags = soap.getCase(number).answer.get(1);
        assertEquals("tags", tags.name);
        assertEquals(List.of("b", "a"), tags.value);
    }

    @Test
    void partsBookingsAndWhereOriginalsAreGoBothWays() throws ProblemFault {
        soap.actOnCase(number, action("plan", 1));
        actor = Fakes.OFFICER;
        ActionType open = action("open", 2);
        OpeningType opening = new OpeningType();
        opening.matter = Fakes.MATTER;
        opening.account = "officer";
        open.opening.add(opening);
        soap.actOnCase(number, open);

        ActionType end = action("end", 3);
        end.endedPart = 1;
        end.answer.add(answer("outcome", "approved"));
        end.answer.add(answer("result", "已核验"));
        soap.actOnCase(number, end);

        ActionType book = action("book", 4);
        BookingType booking = new BookingType();
        booking.resource = "vehicle:CG-01";
        booking.from = NOW.plusSeconds(3600);
        booking.to = NOW.plusSeconds(7200);
        book.booking.add(booking);
        soap.actOnCase(number, book);

        ActionType take = action("move", 5);
        OriginalType original = new OriginalType();
        original.name = "户口簿";
        take.taken.add(original);
        soap.actOnCase(number, take);
        ActionType move = action("move", 6);
        MovedType moved = new MovedType();
        moved.id = 1;
        moved.where = "post:1";
        move.moved.add(moved);
        soap.actOnCase(number, move);

        CaseType found = soap.getCase(number);
        assertEquals("approved", found.part.get(0).outcome);
        assertEquals("已核验", soap.followCase(number, "1234").part.get(0).result);
        assertEquals(NOW.plusSeconds(3600), found.booking.get(0).from);
        assertEquals("post:1", found.original.get(0).where);
        assertNull(found.original.get(0).returnedAt);
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        actor = Fakes.CLERK;
        ActionType plan = action("plan", 1);
        BookingType booking = new BookingType();
        booking.resource = "vehicle:CG-01";
        plan.booking.add(booking);
        Problem problem = assertThrows(Problem.class, () -> soap.actOnCase(number, plan));
        assertEquals("bookings[0].from", problem.violations().get(0).field());
    }

    @Test
    void whatPeopleReadIsInTheCallersLanguage() throws ProblemFault {
        assertEquals("窗口人员", soap.followCase(number, "1234").holder);
        language = Locale.ENGLISH;
        assertEquals("window clerk", soap.followCase(number, "1234").holder);
    }

    private static ActionType action(String name, int version) {
        ActionType action = new ActionType();
        action.name = name;
        action.version = version;
        return action;
    }

    private static AnswerType answer(String name, String... values) {
        AnswerType answer = new AnswerType();
        answer.name = name;
        answer.value.addAll(List.of(values));
        return answer;
    }
}
