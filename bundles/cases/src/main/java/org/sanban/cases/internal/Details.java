// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;

/** What a journal entry keeps of a command: only what was given with it. */
final class Details {
    private Details() {}

    static Map<String, Object> of(
            Map<String, Object> answers,
            List<Handed> materials,
            List<Original> taken,
            List<Returned> returned,
            String assignee,
            String note) {
        Map<String, Object> detail = new LinkedHashMap<>();
        put(detail, "answers", answers.isEmpty() ? null : answers);
        put(detail, "materials", materials.isEmpty() ? null : materials);
        put(detail, "taken", taken.isEmpty() ? null : taken);
        put(detail, "returned", returned.isEmpty() ? null : returned);
        put(detail, "assignee", assignee);
        put(detail, "note", note);
        return detail;
    }

    /** An answer as people read it, the label where it is a choice; null where it was not given. */
    static String label(List<Field> form, Map<?, ?> answers, String name) {
        Object answer = answers.get(name);
        if (answer == null) {
            return null;
        }
        return form.stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> field.choices().stream())
                .filter(choice -> choice.id().equals(answer))
                .map(choice -> choice.label().zh())
                .findFirst()
                .orElse(answer.toString());
    }

    private static void put(Map<String, Object> detail, String name, Object value) {
        if (value != null) {
            detail.put(name, value);
        }
    }
}
