// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** The parts of a case that colleagues handle side by side: opened, ended, joined again (并联办理 R121, 一件事 R49). */
final class Parts {
    /** Answers that go to the part that a step ends, and not to the case. */
    static final List<String> ANSWERS = List.of("outcome", "result");

    private static final Texts TEXTS = Texts.of(Parts.class);
    private static final int MOST = 30;

    private final List<Part> before;
    private final Step step;
    private final Action action;
    private final Actor actor;
    private final List<Part> opened = new ArrayList<>();

    Parts(List<Part> before, Step step, Action action, Actor actor) {
        this.before = before;
        this.step = step;
        this.action = action;
        this.actor = actor;
    }

    /** Whether an actor may end a part of those. */
    static boolean has(List<Part> parts, Actor actor) {
        return parts.stream().anyMatch(part -> part.open() && part.account().equals(actor.account()));
    }

    /** Checks what is opened and ended, and looks up whom and what it names. */
    void check(Forms forms, Directory directory, String division, Instant now) {
        if (before.size() + action.parts().size() > MOST) {
            forms.fault("parts", TEXTS.get("part.many", MOST));
            return;
        }
        for (int i = 0; i < action.parts().size(); i++) {
            open(forms, "parts[" + i + "]", action.parts().get(i), directory, division, now);
        }
        boolean ends = step.effects().contains(Effect.ENDS_PART);
        if (ends && ended().filter(Part::open).isEmpty()) {
            forms.fault("part", TEXTS.get("part.unknown", String.valueOf(action.part()), list(before)));
        } else if (!ends && action.part() != null) {
            forms.fault("part", TEXTS.get("effect.none", step.name()));
        }
    }

    private void open(
            Forms forms, String field, Part.Opening opening, Directory directory, String division, Instant now) {
        boolean named = opening.name() != null && !opening.name().isBlank();
        Optional<Matter> matter = opening.matter() == null || opening.matter().isBlank()
                ? Optional.empty()
                : directory.matter(opening.matter().strip(), now);
        if (opening.matter() != null && !opening.matter().isBlank() && matter.isEmpty()) {
            forms.fault(field + ".matter", TEXTS.get("answer.matter", opening.matter()));
        } else if (matter.isEmpty() || named) {
            forms.text(field + ".name", opening.name(), true, 200);
        }
        Optional<Account> account =
                opening.account() == null || opening.account().isBlank()
                        ? Optional.empty()
                        : directory.colleague(opening.account(), division);
        if (account.isEmpty()) {
            forms.fault(field + ".account", TEXTS.get("part.account", String.valueOf(opening.account())));
            return;
        }
        opened.add(new Part(
                before.size() + opened.size() + 1,
                named ? opening.name().strip() : matter.map(Matter::name).orElse(null),
                matter.map(Matter::code).orElse(null),
                account.get().login(),
                account.get().name(),
                now,
                null,
                null,
                null));
    }

    /** Refuses to end what another has, and to join while something is open. */
    void allow(Instant at, Map<String, Object> answers) {
        ended().filter(part -> !part.account().equals(actor.account())).ifPresent(part -> {
            throw Problem.forbidden(TEXTS.get("part.other", part.id() + " " + part.name(), holder(part)));
        });
        List<Part> open = after(at, answers).stream().filter(Part::open).toList();
        if (step.effects().contains(Effect.JOINS) && !open.isEmpty()) {
            throw Problem.conflict(TEXTS.get("part.open", step.name(), list(open)));
        }
    }

    /** The parts after it. */
    List<Part> after(Instant at, Map<String, Object> answers) {
        List<Part> all = new ArrayList<>(before);
        if (step.effects().contains(Effect.ENDS_PART)) {
            all.replaceAll(part -> action.part() != null && part.id() == action.part() ? end(part, at, answers) : part);
        }
        all.addAll(opened);
        return all;
    }

    private Part end(Part part, Instant at, Map<String, Object> answers) {
        return new Part(
                part.id(),
                part.name(),
                part.matter(),
                part.account(),
                part.accountName(),
                part.openedAt(),
                at,
                text(answers.get("outcome")),
                text(answers.get("result")));
    }

    private Optional<Part> ended() {
        return before.stream()
                .filter(part -> action.part() != null && part.id() == action.part())
                .findFirst();
    }

    private static String text(Object answer) {
        return answer == null ? null : answer.toString();
    }

    /** The open ones of those, each with its holder. */
    private static String list(List<Part> parts) {
        String list = parts.stream()
                .filter(Part::open)
                .map(part -> part.id() + " " + part.name() + "（" + holder(part) + "）")
                .collect(Collectors.joining("、"));
        return list.isEmpty() ? "-" : list;
    }

    private static String holder(Part part) {
        return part.accountName() + " " + part.account();
    }
}
