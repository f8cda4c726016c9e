// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Step;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** Cases of a mode that does all that steps may do, in memory, at a moment that the test sets. */
final class Team {
    static final Actor FAR_OFFICER = Fakes.actor("elsewhere", Role.OFFICER, "610926101000");

    /** A Tuesday, 09:00 in the county. */
    Instant now = Instant.parse("2026-11-24T01:00:00Z");

    final FakeCaseStore store = new FakeCaseStore();
    final TeamMode mode = new TeamMode();
    final Modes modes = new Modes(store);
    final CaseManager cases;
    final JournalManager journal;
    final Alarms alarms;

    Team() {
        modes.add(mode);
        Fakes.Matters matters = new Fakes.Matters();
        Deadlines deadlines = Deadlines.bundled(1, () -> now);
        CaseReader reader = new CaseReader(store, modes, matters, deadlines);
        cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        journal = new JournalManager(store, reader, null);
        alarms = new Alarms(store, cases, reader, deadlines);
    }

    Receipt plan(String number, Map<String, Object> answers) {
        return cases.act(number, Action.of("plan", 1, answers), Fakes.CLERK);
    }

    String planned() {
        String number = submit().number();
        plan(number, Map.of());
        return number;
    }

    Receipt submit() {
        return cases.submit(draft(Map.of()), Fakes.CLERK);
    }

    static Draft draft(Map<String, Object> answers) {
        return new Draft("team", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), null, null, answers, null, null);
    }

    Case get(String number) {
        return cases.get(number, Fakes.CLERK);
    }

    CaseLine line(String number) {
        return cases.find(CaseQuery.all(), PageRequest.first(), Fakes.CLERK).items().stream()
                .filter(line -> line.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    List<String> worklist(Actor actor) {
        return lines(new CaseQuery(null, null, null, null, null, null, null, actor.account(), null, null), actor);
    }

    List<String> lines(CaseQuery query, Actor actor) {
        return cases.find(query, PageRequest.first(), actor).items().stream()
                .map(CaseLine::number)
                .toList();
    }

    Set<String> steps(String number, Actor actor) {
        return cases.steps(number, actor).stream().map(Step::action).collect(Collectors.toCollection(TreeSet::new));
    }

    void open(String number, int version, Part.Opening... openings) {
        cases.act(number, Action.of("open", version).opening(openings), Fakes.OFFICER);
    }

    static Part.Opening opening(String account) {
        return new Part.Opening("土地核验", null, account);
    }

    static Action end(int version, int part, String outcome) {
        return Action.of("end", version, Map.of("outcome", outcome, "result", "已核验"))
                .ending(part);
    }

    static Set<String> fields(Problem problem) {
        return problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
    }

    static void assertKind(Problem.Kind kind, Executable work) {
        assertEquals(kind, assertThrows(Problem.class, work).kind());
    }
}
