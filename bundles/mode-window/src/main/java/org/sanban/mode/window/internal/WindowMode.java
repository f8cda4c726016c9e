// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.window.internal;

import static org.sanban.api.cases.Field.choice;
import static org.sanban.api.cases.Field.materials;
import static org.sanban.api.cases.Field.text;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Nearby service at a window (就近办): a clerk takes and accepts, a department officer decides, a clerk hands over.
 * Immediate matters (即办件) are finished on the spot. Who was asked first and every hand-over stand in the journal (R32);
 * corrections are asked for once and completely (R34); whoever refuses or denies chooses the reason from a list (R52).
 */
@Component(service = ServiceMode.class, property = "mode.id=" + WindowMode.ID)
public final class WindowMode implements ServiceMode {
    static final String ID = "window";

    private static final Texts TEXTS = Texts.of(WindowMode.class);
    private static final int SENTENCES = 500;
    private static final Set<String> OPEN = Set.of("submitted", "correction", "accepted", "paused", "decided");

    private static final Workflow WORKFLOW = new Workflow(
            ID, 1, TEXTS.get("mode"), "submitted", Set.of(Role.CLERK, Role.SYSTEM), List.of(), stages(), steps());

    @Override
    public Workflow workflow() {
        return WORKFLOW;
    }

    @Override
    public void check(Case c, Action action, Actor actor) {
        switch (action.name()) {
            case "accept" -> complete(c);
            case "request-correction" -> namesAllMissing(c, action);
            case "correct" -> handsSomethingIn(action);
            case "refuse" -> wasAskedBefore(c, action);
            case "decide" -> deniesWithReason(action);
            case "finish-now" -> {
                atOnce(c);
                complete(c);
            }
            case "custody" -> movesAnOriginal(action);
            case "note" -> saysSomething(action);
            default -> {
                // The workflow says all there is to the other steps.
            }
        }
    }

    private static List<Stage> stages() {
        return List.of(
                stage("submitted", Status.OPEN, Clock.WAITING, Role.CLERK),
                stage("correction", Status.OPEN, Clock.WAITING, Role.APPLICANT),
                stage("accepted", Status.OPEN, Clock.RUNNING, Role.OFFICER),
                stage("paused", Status.OPEN, Clock.PAUSED, Role.OFFICER),
                // The committed limit ends with the decision (办结); handing over follows.
                stage("decided", Status.OPEN, Clock.ENDED, Role.CLERK),
                stage("delivered", Status.DONE, Clock.ENDED, null),
                stage("refused", Status.REFUSED, Clock.ENDED, null),
                stage("withdrawn", Status.WITHDRAWN, Clock.ENDED, null));
    }

    private static List<Step> steps() {
        return List.of(
                step("accept", Kind.ACCEPTED)
                        .from("submitted")
                        .to("accepted")
                        .by(Role.CLERK)
                        .make(),
                step("request-correction", Kind.CORRECTION_ASKED)
                        .from("submitted")
                        .to("correction")
                        .by(Role.CLERK)
                        .asks(materials("missing", label("missing"), true), sentences("reason"))
                        .effects(Effect.ONCE)
                        .make(),
                step("correct", Kind.CORRECTED)
                        .from("submitted", "correction")
                        .to("submitted")
                        .by(Role.CLERK, Role.SYSTEM)
                        .effects(Effect.MATERIALS)
                        .make(),
                step("refuse", Kind.REFUSED)
                        .from("submitted", "correction")
                        .to("refused")
                        .by(Role.CLERK)
                        .asks(
                                chosen(
                                        "reason",
                                        true,
                                        "refuse",
                                        "not-needed",
                                        "not-competent",
                                        "ineligible",
                                        "incomplete"),
                                sentences("explanation"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                step("finish-now", Kind.DELIVERED)
                        .from("submitted")
                        .to("delivered")
                        .by(Role.CLERK)
                        .asks(sentences("result"), name("receivedBy"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                step("decide", Kind.DECIDED)
                        .from("accepted")
                        .to("decided")
                        .by(Role.OFFICER)
                        .asks(
                                chosen("outcome", true, "outcome", "approved", "denied"),
                                chosen("reason", false, "deny", "conditions", "untrue", "quota", "prohibited"),
                                sentences("result"))
                        .make(),
                step("pause", Kind.PAUSED)
                        .from("accepted")
                        .to("paused")
                        .by(Role.OFFICER)
                        .asks(
                                chosen("reason", true, "pause", "hearing", "inspection", "expert-review", "tender"),
                                text("basis", label("basis"), true, 200))
                        .make(),
                step("resume", Kind.RESUMED)
                        .from("paused")
                        .to("accepted")
                        .by(Role.OFFICER)
                        .asks(sentences("finding"))
                        .make(),
                step("deliver", Kind.DELIVERED)
                        .from("decided")
                        .to("delivered")
                        .by(Role.CLERK)
                        .asks(name("receivedBy"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                step("withdraw", Kind.WITHDRAWN)
                        .from("submitted", "correction", "accepted", "paused")
                        .to("withdrawn")
                        .by(Role.CLERK, Role.SYSTEM)
                        .asks(sentences("reason"))
                        .effects(Effect.CUSTODY, Effect.FILES)
                        .make(),
                step("transfer", Kind.HANDED_OVER)
                        .from("submitted", "accepted", "paused", "decided")
                        .by(Role.CLERK, Role.OFFICER)
                        .asks(sentences("reason"))
                        .effects(Effect.ASSIGN)
                        .hidden(),
                step("custody", Kind.CUSTODY_CHANGED)
                        .from(OPEN)
                        .by(Role.CLERK, Role.OFFICER)
                        .effects(Effect.CUSTODY)
                        .make(),
                step("note", Kind.NOTED).from(OPEN).by(Role.CLERK, Role.OFFICER).hidden());
    }

    /** A case is accepted or finished only when it is complete; everything that is missing is named at once. */
    private static void complete(Case c) {
        if (!c.missing().isEmpty()) {
            throw Problem.conflict(TEXTS.get("check.incomplete", names(c, c.missing())));
        }
    }

    /** One notice names everything that is missing; a paper that is there but faulty may be named as well. */
    private static void namesAllMissing(Case c, Action action) {
        Collection<?> named = action.answers().get("missing") instanceof Collection<?> codes ? codes : List.of();
        List<String> left =
                c.missing().stream().filter(code -> !named.contains(code)).toList();
        if (!left.isEmpty()) {
            throw Problem.invalid("answers.missing", TEXTS.get("check.unnamed", names(c, left)));
        }
    }

    private static void handsSomethingIn(Action action) {
        if (action.materials().isEmpty()) {
            throw Problem.invalid("materials", TEXTS.get("check.nothing-handed"));
        }
    }

    /** Missing papers are a reason to refuse only for who was told of them (行政许可法 art. 32). */
    private static void wasAskedBefore(Case c, Action action) {
        boolean incomplete = "incomplete".equals(action.answers().get("reason"));
        if (incomplete && !c.done().contains("request-correction")) {
            throw Problem.conflict(TEXTS.get("check.not-told"));
        }
    }

    private static void deniesWithReason(Action action) {
        boolean denied = "denied".equals(action.answers().get("outcome"));
        boolean reasoned = action.answers().get("reason") instanceof String reason && !reason.isBlank();
        if (denied != reasoned) {
            throw Problem.invalid("answers.reason", TEXTS.get(denied ? "check.no-reason" : "check.reason"));
        }
    }

    private static void atOnce(Case c) {
        if (!c.immediate()) {
            throw Problem.conflict(TEXTS.get("check.committed", c.matterName()));
        }
    }

    private static void movesAnOriginal(Action action) {
        if (action.taken().isEmpty() && action.returned().isEmpty()) {
            throw Problem.invalid("taken", TEXTS.get("check.no-original"));
        }
    }

    private static void saysSomething(Action action) {
        if (action.note() == null || action.note().isBlank()) {
            throw Problem.invalid("note", TEXTS.get("check.no-note"));
        }
    }

    private static String names(Case c, List<String> codes) {
        return c.materials().stream()
                .filter(paper -> codes.contains(paper.code()))
                .map(Paper::name)
                .collect(Collectors.joining("、"));
    }

    private static Stage stage(String id, Status status, Clock clock, String holder) {
        return new Stage(id, TEXTS.get("stage." + id), status, clock, holder, null);
    }

    private static StepBuilder step(String action, Kind kind) {
        return new StepBuilder(action, TEXTS.get("step." + action), kind);
    }

    private static Field sentences(String name) {
        return text(name, label(name), true, SENTENCES);
    }

    private static Field name(String name) {
        return text(name, label(name), true, 60);
    }

    private static Field chosen(String name, boolean required, String list, String... ids) {
        return choice(
                name,
                label(name),
                required,
                Stream.of(ids)
                        .map(id -> new Field.Choice(id, TEXTS.get(list + "." + id)))
                        .toList());
    }

    private static Text label(String field) {
        return TEXTS.get("field." + field);
    }
}
