// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Field;

/** What a journal entry keeps of a command: only what was given with it. */
final class Details {
    private Details() {}

    static Map<String, Object> of(Draft draft) {
        Map<String, Object> detail = new LinkedHashMap<>();
        put(detail, "answers", draft.answers());
        put(detail, "materials", draft.materials());
        put(detail, "taken", draft.taken());
        put(detail, "note", draft.note());
        return detail;
    }

    /** @param answers the action's, with what follows from them */
    static Map<String, Object> of(Action action, Map<String, Object> answers, String assignee) {
        Map<String, Object> detail = new LinkedHashMap<>();
        put(detail, "answers", answers);
        put(detail, "materials", action.materials());
        put(detail, "taken", action.taken());
        put(detail, "returned", action.returned());
        put(detail, "moved", action.moved());
        put(detail, "bookings", action.bookings());
        put(detail, "parts", action.parts());
        put(detail, "part", action.part());
        put(detail, "assignee", assignee);
        put(detail, "note", action.note());
        return detail;
    }

    /** An answer as people read it, the label where it is a choice; null where it was not given. */
    static String label(List<Field> form, Map<?, ?> answers, String name) {
        Object answer = answers.get(name);
        if (answer == null) {
            return null;
        }
        if (answer instanceof Collection<?> several) {
            return several.stream().map(one -> label(form, name, one)).collect(Collectors.joining("、"));
        }
        return label(form, name, answer);
    }

    private static String label(List<Field> form, String name, Object answer) {
        return form.stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> field.choices().stream())
                .filter(choice -> choice.id().equals(answer))
                .map(choice -> choice.label().zh())
                .findFirst()
                .orElse(answer.toString());
    }

    private static void put(Map<String, Object> detail, String name, Object value) {
        boolean empty = value == null
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            detail.put(name, value);
        }
    }
}
