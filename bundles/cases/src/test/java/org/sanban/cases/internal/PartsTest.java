// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.Part;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** What colleagues gain: who holds a case acts, others see it while they do, parts go side by side and join again. */
class PartsTest {
    private static final Actor OTHER = Fakes.actor("other", Role.OFFICER, "610926000000");

    private final Team team = new Team();

    @Test
    void onlyWhoHoldsTheCaseByNameSigns() {
        String number = team.planned();
        team.cases.act(number, Action.of("sign", 2), OTHER);
        team.cases.act(number, Action.of("hand", 3).to("officer"), OTHER);
        Problem problem = assertThrows(Problem.class, () -> team.cases.act(number, Action.of("sign", 4), OTHER));
        assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        assertTrue(
                problem.detail().zh().contains("officer（示例）"), problem.detail().zh());
        assertFalse(team.steps(number, OTHER).contains("sign"));
        assertTrue(team.steps(number, Fakes.OFFICER).contains("sign"));
        team.cases.act(number, Action.of("sign", 4), Fakes.OFFICER);
    }

    @Test
    void aColleagueOfAnotherTownSeesTheCaseWhileHoldingIt() {
        String number = team.planned();
        Team.assertKind(Problem.Kind.NOT_FOUND, () -> team.cases.get(number, Team.FAR_OFFICER));
        assertEquals(List.of(), team.worklist(Team.FAR_OFFICER));
        team.cases.act(number, Action.of("hand", 2).to("elsewhere"), Fakes.OFFICER);
        assertEquals(Set.of("elsewhere"), team.store.last.comes());
        assertEquals(number, team.cases.get(number, Team.FAR_OFFICER).number());
        assertEquals(
                3,
                team.journal
                        .entries(number, PageRequest.first(), Team.FAR_OFFICER)
                        .items()
                        .size());
        assertEquals(List.of(number), team.worklist(Team.FAR_OFFICER));
        assertEquals(List.of(), team.lines(CaseQuery.all(), Team.FAR_OFFICER));
        team.cases.act(number, Action.of("hand", 3).to("officer"), Team.FAR_OFFICER);
        assertEquals(Set.of("officer"), team.store.last.comes());
        assertEquals(Set.of("elsewhere"), team.store.last.goes());
        Team.assertKind(Problem.Kind.NOT_FOUND, () -> team.cases.get(number, Team.FAR_OFFICER));
    }

    @Test
    void anotherCountyGetsNothing() {
        String number = team.planned();
        for (String login : List.of("far", "gone", "nobody", "clerk")) {
            Problem problem = assertThrows(
                    Problem.class,
                    () -> team.cases.act(number, Action.of("hand", 2).to(login), Fakes.OFFICER));
            assertEquals(Set.of("assignee"), Team.fields(problem), login);
        }
    }

    @Test
    void partsAreOpenedForPeopleAndMattersThatAreThere() {
        String number = team.planned();
        Problem problem = assertThrows(
                Problem.class,
                () -> team.open(
                        number,
                        2,
                        new Part.Opening(null, "no-matter", "officer"),
                        new Part.Opening(" ", null, "officer"),
                        new Part.Opening("核验", null, "far"),
                        new Part.Opening("核验", null, null)));
        assertEquals(
                Set.of("parts[0].matter", "parts[1].name", "parts[2].account", "parts[3].account"),
                Team.fields(problem));
        team.open(number, 2, new Part.Opening(null, Fakes.MATTER, "elsewhere"), Team.opening("officer"));
        List<Part> parts = team.get(number).parts();
        assertEquals(List.of(1, 2), parts.stream().map(Part::id).toList());
        assertEquals("示例事项", parts.get(0).name());
        assertEquals(Set.of("elsewhere", "officer"), team.store.last.comes());
        assertEquals("示例事项", team.cases.follow(number, "1234").parts().get(0).name());
    }

    @Test
    void onlyWhoHasAPartEndsItAndNothingJoinsBefore() {
        String number = team.planned();
        team.open(number, 2, Team.opening("officer"), Team.opening("elsewhere"));
        assertEquals(List.of(number), team.worklist(Team.FAR_OFFICER));
        Problem open = assertThrows(Problem.class, () -> team.cases.act(number, Action.of("close", 3), Fakes.OFFICER));
        assertEquals(Problem.Kind.CONFLICT, open.kind());
        assertTrue(
                open.detail().zh().contains("officer") && open.detail().zh().contains("elsewhere"),
                open.detail().zh());
        assertFalse(team.steps(number, Fakes.OFFICER).contains("close"));
        Team.assertKind(
                Problem.Kind.FORBIDDEN, () -> team.cases.act(number, Team.end(3, 2, "approved"), Fakes.OFFICER));
        Team.assertKind(Problem.Kind.INVALID, () -> team.cases.act(number, Team.end(3, 7, "approved"), Fakes.OFFICER));
        assertEquals(List.of("end"), List.copyOf(team.steps(number, Team.FAR_OFFICER)));
        Team.assertKind(Problem.Kind.FORBIDDEN, () -> team.cases.act(number, Action.of("sign", 3), Team.FAR_OFFICER));

        team.cases.act(number, Team.end(3, 2, "denied"), Team.FAR_OFFICER);
        assertEquals(Set.of("elsewhere"), team.store.last.goes());
        Team.assertKind(Problem.Kind.NOT_FOUND, () -> team.cases.get(number, Team.FAR_OFFICER));
        Team.assertKind(Problem.Kind.INVALID, () -> team.cases.act(number, Team.end(4, 2, "approved"), Fakes.OFFICER));
        team.cases.act(number, Team.end(4, 1, "approved"), Fakes.OFFICER);
        Case c = team.get(number);
        assertEquals(
                List.of("approved", "denied"),
                c.parts().stream().map(Part::outcome).toList());
        assertFalse(
                c.answers().containsKey("outcome") || c.answers().containsKey("result"),
                c.answers().toString());
        assertEquals(
                "done",
                team.cases.act(number, Action.of("close", 5), Fakes.OFFICER).stage());
    }

    @Test
    void ofTwoWhoEndTheirPartsAtOnceOneIsToldOfTheOther() {
        String number = team.planned();
        team.open(number, 2, Team.opening("officer"), Team.opening("elsewhere"));
        team.store.meanwhile = () -> {
            team.store.meanwhile = () -> {};
            team.cases.act(number, Team.end(3, 2, "approved"), Team.FAR_OFFICER);
        };
        Problem lost =
                assertThrows(Problem.class, () -> team.cases.act(number, Team.end(3, 1, "approved"), Fakes.OFFICER));
        assertEquals(Problem.Kind.CONFLICT, lost.kind());
        assertTrue(lost.detail().zh().contains("elsewhere（示例）"), lost.detail().zh());
        team.cases.act(number, Team.end(4, 1, "approved"), Fakes.OFFICER);
    }
}
