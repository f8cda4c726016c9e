// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.api.matters.TakeOver.Move;
import org.sanban.api.matters.TakeOver.State;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.Faults;

/** What may be written down of a take-over, and in which order. */
final class TakeOverRules {
    private static final Texts TEXTS = Texts.of(TakeOverRules.class);
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_GUIDANCE = 2_000;

    private static final Map<State, Set<State>> NEXT = Map.of(
            State.NOT_STARTED, Set.of(State.TRAINING, State.READY),
            State.TRAINING, Set.of(State.READY, State.NOT_STARTED),
            State.READY, Set.of(State.TAKEN_OVER, State.TRAINING),
            State.TAKEN_OVER, Set.of(State.RETURNED),
            State.RETURNED, Set.of(State.TRAINING, State.READY));

    private TakeOverRules() {}

    static void check(Move move, LocalDate today) {
        Faults faults = new Faults();
        if (move.state() == null) {
            faults.add("state", TEXTS.get("state"));
        }
        if (move.since() == null || move.since().isAfter(today)) {
            faults.add("since", TEXTS.get("since", today));
        }
        boolean shown = move.state() != State.NOT_STARTED && move.state() != State.TRAINING;
        if (shown && (move.note() == null || move.note().isBlank())) {
            faults.add("note", TEXTS.get("note"));
        } else {
            faults.optional("note", move.note(), LONGEST_NOTE);
        }
        faults.raise();
    }

    static void check(String guidance) {
        Faults faults = new Faults();
        faults.text("guidance", guidance, LONGEST_GUIDANCE);
        faults.raise();
    }

    /** @throws Problem conflict, when a state cannot follow another */
    static void follows(State before, State after) {
        Set<State> next = NEXT.get(before);
        if (!next.contains(after)) {
            throw Problem.conflict(TEXTS.get("order", before.label(), after.label(), words(next)));
        }
    }

    private static Text words(Set<State> states) {
        return Stream.of(State.values())
                .filter(states::contains)
                .map(State::label)
                .reduce((a, b) -> new Text(a.zh() + "、" + b.zh(), a.en() + ", " + b.en()))
                .orElseThrow();
    }
}
