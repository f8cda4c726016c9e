// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Step;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Text;

/** The reason given with a step, in words (R90): choices by their label, and what was explained. */
record Reasons(CaseService cases) {
    private static final List<String> FIELDS = List.of("reason", "explanation");

    /** The reason, {@code null} where none was given. */
    Text of(JournalEntry entry, Case state) {
        if (entry.from() == null || !(entry.detail().get("answers") instanceof Map<?, ?> answers)) {
            return null;
        }
        List<Field> form = cases.workflow(state.mode(), state.workflow())
                .step(entry.from(), entry.action())
                .map(Step::form)
                .orElse(List.of());
        List<Text> words = FIELDS.stream()
                .flatMap(name -> Stream.ofNullable(answers.get(name)).flatMap(answer -> form.stream()
                        .filter(field -> field.name().equals(name))
                        .map(field -> word(field, answer.toString()))))
                .toList();
        return words.isEmpty() ? null : new Text(joined(words, Text::zh, "；"), joined(words, Text::en, "; "));
    }

    private static Text word(Field field, String answer) {
        return field.choices().stream()
                .filter(choice -> Objects.equals(choice.id(), answer))
                .map(Field.Choice::label)
                .findFirst()
                .orElse(Text.of(answer));
    }

    private static String joined(List<Text> words, Function<Text, String> language, String between) {
        return words.stream().map(language).collect(Collectors.joining(between));
    }
}
