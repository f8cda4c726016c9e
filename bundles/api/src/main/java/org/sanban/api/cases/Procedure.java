// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;

/**
 * The steps that the law (行政许可法 art. 32, 38, 42–45) and the notice (R32, R34, R52) give every way of getting a matter
 * done, with their forms and rules. A mode says from where to where and by whom, adds steps of its own, and lets
 * {@link #check} keep the rules.
 */
public final class Procedure {
    private static final Wording WORDING = Wording.of(Procedure.class);

    private Procedure() {}

    /** {@code request-correction}: everything that is missing is named in one notice, and only once (R34). */
    public static Step.Builder requestCorrection() {
        return WORDING.step("request-correction", Kind.CORRECTION_ASKED)
                .asks(WORDING.field("missing", Field.Type.MATERIALS, true), WORDING.sentences("reason"))
                .effects(Effect.ONCE);
    }

    /** {@code correct}: materials are handed in. */
    public static Step.Builder correct() {
        return WORDING.step("correct", Kind.CORRECTED).effects(Effect.MATERIALS);
    }

    /**
     * {@code refuse}: not accepted, for a reason from a list and in words (R52, R90).
     *
     * @param more reasons of the mode's own, beside those of the law
     */
    public static Step.Builder refuse(List<Field.Choice> more) {
        List<Field.Choice> reasons = Stream.concat(
                        WORDING.choices("refuse", "not-needed", "not-competent", "ineligible", "incomplete").stream(),
                        more.stream())
                .toList();
        return WORDING.step("refuse", Kind.REFUSED)
                .asks(
                        Field.choice("reason", WORDING.get("field.reason"), true, reasons),
                        WORDING.sentences("explanation"))
                .effects(Effect.CUSTODY, Effect.FILES);
    }

    /** {@code decide}: approved, or denied for a reason from a list (R52). */
    public static Step.Builder decide() {
        return WORDING.step("decide", Kind.DECIDED)
                .asks(
                        WORDING.chosen("outcome", true, "outcome", "approved", "denied"),
                        WORDING.chosen("reason", false, "deny", "conditions", "untrue", "quota", "prohibited"),
                        WORDING.sentences("result"));
    }

    /** {@code pause}: a special procedure that does not count begins. */
    public static Step.Builder pause() {
        return WORDING.step("pause", Kind.PAUSED)
                .asks(
                        WORDING.chosen("reason", true, "pause", "hearing", "inspection", "expert-review", "tender"),
                        WORDING.text("basis", true, 200));
    }

    /** {@code resume}: the special procedure is over. */
    public static Step.Builder resume() {
        return WORDING.step("resume", Kind.RESUMED).asks(WORDING.sentences("finding"));
    }

    /** {@code withdraw}: the applicant takes the application back. */
    public static Step.Builder withdraw() {
        return WORDING.step("withdraw", Kind.WITHDRAWN)
                .asks(WORDING.sentences("reason"))
                .effects(Effect.CUSTODY, Effect.FILES);
    }

    /** {@code transfer}: handed to a named colleague; who was asked first stays known (R32). */
    public static Step.Builder transfer() {
        return WORDING.step("transfer", Kind.HANDED_OVER)
                .asks(WORDING.sentences("reason"))
                .effects(Effect.ASSIGN);
    }

    /** {@code custody}: originals are taken or given back. */
    public static Step.Builder custody() {
        return WORDING.step("custody", Kind.CUSTODY_CHANGED).effects(Effect.CUSTODY);
    }

    /** {@code note}: a remark. */
    public static Step.Builder note() {
        return WORDING.step("note", Kind.NOTED);
    }

    /**
     * Keeps the rules of the steps above; others it lets pass.
     *
     * @throws Problem invalid or conflict, saying why
     */
    public static void check(Case c, Action action) {
        switch (action.name()) {
            case "request-correction" -> namesAllMissing(c, action);
            case "correct" -> handsSomethingIn(action);
            case "refuse" -> wasAskedBefore(c, action);
            case "decide" -> deniesWithReason(action);
            case "custody" -> movesAnOriginal(action);
            case "note" -> saysSomething(action);
            default -> {
                // The workflow says all there is to the other steps.
            }
        }
    }

    /**
     * A case is accepted or finished only when it is complete; everything that is missing is named at once.
     *
     * @throws Problem conflict
     */
    public static void complete(Case c) {
        if (!c.missing().isEmpty()) {
            throw Problem.conflict(WORDING.get("check.incomplete", names(c, c.missing())));
        }
    }

    /**
     * Only an immediate matter (即办件) is finished on the spot.
     *
     * @throws Problem conflict
     */
    public static void atOnce(Case c) {
        if (!c.immediate()) {
            throw Problem.conflict(WORDING.get("check.committed", c.matterName()));
        }
    }

    /** One notice names everything that is missing; a paper that is there but faulty may be named as well. */
    private static void namesAllMissing(Case c, Action action) {
        Collection<?> named = action.answers().get("missing") instanceof Collection<?> codes ? codes : List.of();
        List<String> left =
                c.missing().stream().filter(code -> !named.contains(code)).toList();
        if (!left.isEmpty()) {
            throw Problem.invalid("answers.missing", WORDING.get("check.unnamed", names(c, left)));
        }
    }

    private static void handsSomethingIn(Action action) {
        if (action.materials().isEmpty()) {
            throw Problem.invalid("materials", WORDING.get("check.nothing-handed"));
        }
    }

    /** Missing papers are a reason to refuse only for who was told of them (行政许可法 art. 32). */
    private static void wasAskedBefore(Case c, Action action) {
        boolean incomplete = "incomplete".equals(action.answers().get("reason"));
        if (incomplete && !c.done().contains("request-correction")) {
            throw Problem.conflict(WORDING.get("check.not-told"));
        }
    }

    private static void deniesWithReason(Action action) {
        boolean denied = "denied".equals(action.answers().get("outcome"));
        boolean reasoned = action.answers().get("reason") instanceof String reason && !reason.isBlank();
        if (denied != reasoned) {
            throw Problem.invalid("answers.reason", WORDING.get(denied ? "check.no-reason" : "check.reason"));
        }
    }

    private static void movesAnOriginal(Action action) {
        if (action.taken().isEmpty() && action.returned().isEmpty()) {
            throw Problem.invalid("taken", WORDING.get("check.no-original"));
        }
    }

    private static void saysSomething(Action action) {
        if (action.note() == null || action.note().isBlank()) {
            throw Problem.invalid("note", WORDING.get("check.no-note"));
        }
    }

    private static String names(Case c, List<String> codes) {
        return c.materials().stream()
                .filter(paper -> codes.contains(paper.code()))
                .map(Paper::name)
                .collect(Collectors.joining("、"));
    }
}
