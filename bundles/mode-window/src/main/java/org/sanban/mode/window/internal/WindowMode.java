// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.window.internal;

import static org.sanban.api.cases.Step.Effect.ASSIGN;
import static org.sanban.api.cases.Step.Effect.CUSTODY;
import static org.sanban.api.cases.Step.Effect.FILES;
import static org.sanban.api.cases.Step.Effect.MATERIALS;
import static org.sanban.api.cases.Step.Effect.ONCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Nearby service at a window (就近办): a clerk takes the application, accepts it or asks once for all that is missing, a
 * department decides, the clerk hands the result over. Immediate matters (即办件) are finished on the spot. This is the
 * template for other modes: copy the bundle, change the data below.
 */
@Component(service = ServiceMode.class, property = "mode.id=window")
public final class WindowMode implements ServiceMode {
    private static final Texts TEXTS = Texts.of(WindowMode.class);

    private static final String SUBMITTED = "submitted";
    private static final String CORRECTING = "correcting";
    private static final String ACCEPTED = "accepted";
    private static final String SUSPENDED = "suspended";
    private static final String DECIDED = "decided";
    private static final String DELIVERED = "delivered";
    private static final String REFUSED = "refused";
    private static final String WITHDRAWN = "withdrawn";

    private final Workflow workflow = new Workflow(
            "window",
            1,
            TEXTS.get("mode"),
            SUBMITTED,
            Set.of(Role.CLERK, Role.AGENT, Role.SYSTEM),
            List.of(),
            List.of(
                    stage(SUBMITTED, Status.OPEN, Clock.WAITING, Role.CLERK),
                    stage(CORRECTING, Status.OPEN, Clock.WAITING, Role.APPLICANT),
                    stage(ACCEPTED, Status.OPEN, Clock.RUNNING, Role.OFFICER),
                    stage(SUSPENDED, Status.OPEN, Clock.PAUSED, Role.OFFICER),
                    stage(DECIDED, Status.OPEN, Clock.ENDED, Role.CLERK),
                    stage(DELIVERED, Status.DONE, Clock.ENDED, null),
                    stage(REFUSED, Status.REFUSED, Clock.ENDED, null),
                    stage(WITHDRAWN, Status.WITHDRAWN, Clock.ENDED, null)),
            steps());

    @Override
    public Workflow workflow() {
        return workflow;
    }

    private static List<Step> steps() {
        Set<String> clerk = Set.of(Role.CLERK);
        Set<String> officer = Set.of(Role.OFFICER);
        Set<String> forApplicant = Set.of(Role.CLERK, Role.AGENT, Role.SYSTEM);
        Set<String> before = Set.of(SUBMITTED, CORRECTING, ACCEPTED, SUSPENDED);
        Set<String> open = Set.of(SUBMITTED, CORRECTING, ACCEPTED, SUSPENDED, DECIDED);
        return List.of(
                step("accept", Kind.ACCEPTED, Set.of(SUBMITTED), ACCEPTED, clerk, List.of(), Set.of(MATERIALS), true),
                step(
                        "request-correction",
                        Kind.CORRECTION_ASKED,
                        Set.of(SUBMITTED),
                        CORRECTING,
                        clerk,
                        List.of(
                                Field.materials("missing", TEXTS.get("field.missing"), true),
                                text("explanation", true)),
                        Set.of(ONCE),
                        true),
                step(
                        "correct",
                        Kind.CORRECTED,
                        Set.of(CORRECTING),
                        SUBMITTED,
                        forApplicant,
                        List.of(),
                        Set.of(MATERIALS, CUSTODY),
                        true),
                step(
                        "refuse",
                        Kind.REFUSED,
                        Set.of(SUBMITTED, CORRECTING),
                        REFUSED,
                        clerk,
                        List.of(
                                choice("reason", true, "scope", "conditions", "materials", "elsewhere"),
                                text("explanation", true)),
                        Set.of(FILES),
                        true),
                step(
                        "finish-now",
                        Kind.DECIDED,
                        Set.of(SUBMITTED),
                        DECIDED,
                        clerk,
                        List.of(text("result", true)),
                        Set.of(MATERIALS),
                        true),
                step(
                        "decide",
                        Kind.DECIDED,
                        Set.of(ACCEPTED),
                        DECIDED,
                        officer,
                        List.of(
                                choice("outcome", true, "approved", "denied"),
                                choice("reason", false, "conditions", "false-statement", "law"),
                                text("result", true)),
                        Set.of(),
                        true),
                step(
                        "transfer",
                        Kind.HANDED_OVER,
                        Set.of(SUBMITTED, ACCEPTED, DECIDED),
                        null,
                        Set.of(Role.CLERK, Role.OFFICER),
                        List.of(text("explanation", false)),
                        Set.of(ASSIGN),
                        false),
                step(
                        "suspend",
                        Kind.PAUSED,
                        Set.of(ACCEPTED),
                        SUSPENDED,
                        officer,
                        List.of(
                                choice("reason", true, "hearing", "inspection", "expert-review", "publication"),
                                text("basis", true)),
                        Set.of(),
                        true),
                step("resume", Kind.RESUMED, Set.of(SUSPENDED), ACCEPTED, officer, List.of(), Set.of(), true),
                step(
                        "deliver",
                        Kind.DELIVERED,
                        Set.of(DECIDED),
                        DELIVERED,
                        clerk,
                        List.of(text("receivedBy", true)),
                        Set.of(CUSTODY, FILES),
                        true),
                step(
                        "withdraw",
                        Kind.WITHDRAWN,
                        before,
                        WITHDRAWN,
                        forApplicant,
                        List.of(text("explanation", true)),
                        Set.of(CUSTODY, FILES),
                        true),
                step(
                        "custody",
                        Kind.CUSTODY_CHANGED,
                        open,
                        null,
                        Set.of(Role.CLERK, Role.OFFICER),
                        List.of(),
                        Set.of(CUSTODY),
                        true),
                step("note", Kind.NOTED, open, null, Set.of(Role.CLERK, Role.OFFICER), List.of(), Set.of(), false));
    }

    @Override
    public void check(Case c, Action action) {
        switch (action.name()) {
            case "accept" -> complete(c, action);
            case "finish-now" -> {
                if (!c.immediate()) {
                    throw Problem.conflict(TEXTS.get("not-immediate", c.matterName()));
                }
                complete(c, action);
            }
            case "request-correction" -> namesEverything(c, action);
            case "decide" -> {
                if ("denied".equals(action.answers().get("outcome"))
                        && action.answers().get("reason") == null) {
                    throw Problem.invalid("answers.reason", TEXTS.get("denied.reason"));
                }
            }
            default -> {}
        }
    }

    /** Nothing required may be missing, counting what is handed in with the action. */
    private static void complete(Case c, Action action) {
        List<String> missing = c.materials().stream()
                .filter(paper -> missing(paper, action))
                .map(paper -> paper.name() + " " + paper.code())
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.conflict(TEXTS.get("incomplete", String.join("、", missing)));
        }
    }

    private static boolean missing(Paper paper, Action action) {
        int originals = paper.originalsHanded();
        int copies = paper.copiesHanded();
        for (var handed : action.materials()) {
            if (handed.code().equals(paper.code())) {
                originals += handed.originals();
                copies += handed.copies() + handed.attachments().size();
            }
        }
        return paper.required() && (originals < paper.originals() || copies < paper.copies());
    }

    /** The one-time notice names all that is missing (R34, R88). */
    private static void namesEverything(Case c, Action action) {
        Collection<?> named = action.answers().get("missing") instanceof Collection<?> codes ? codes : List.of();
        List<String> forgotten = c.materials().stream()
                .filter(paper -> paper.missing() && !named.contains(paper.code()))
                .map(paper -> paper.name() + " " + paper.code())
                .collect(Collectors.toCollection(ArrayList::new));
        if (!forgotten.isEmpty()) {
            throw Problem.invalid("answers.missing", TEXTS.get("notice.forgotten", String.join("、", forgotten)));
        }
    }

    private static Stage stage(String id, Status status, Clock clock, String holder) {
        return new Stage(id, TEXTS.get("stage." + id), status, clock, holder, null);
    }

    private static Step step(
            String action,
            Kind kind,
            Set<String> from,
            String to,
            Set<String> roles,
            List<Field> form,
            Set<Effect> effects,
            boolean shown) {
        return new Step(action, TEXTS.get("step." + action), kind, from, to, roles, form, effects, shown);
    }

    private static Field text(String name, boolean required) {
        return Field.text(name, TEXTS.get("field." + name), required, 500);
    }

    private static Field choice(String name, boolean required, String... ids) {
        List<Field.Choice> choices = Arrays.stream(ids)
                .map(id -> new Field.Choice(id, label(name + "." + id)))
                .toList();
        return Field.choice(name, TEXTS.get("field." + name), required, choices);
    }

    private static Text label(String key) {
        return TEXTS.get("choice." + key);
    }
}
