// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Collects what is wrong with a value, so that all of it is told at once (R34). */
public final class Faults {
    private static final Texts TEXTS = Texts.of(Faults.class);
    private static final int MOST_ITEMS = 50;
    private static final int MOST_DAYS = 3650;

    final List<Problem.Violation> found = new ArrayList<>();

    public void add(String field, Text text) {
        found.add(new Problem.Violation(field, text));
    }

    void check(boolean right, String field, String key, Object... arguments) {
        if (!right) {
            add(field, TEXTS.get(key, arguments));
        }
    }

    public void text(String field, String text, int longest) {
        check(text != null && !text.isBlank() && text.length() <= longest, field, "text", longest);
        check(text == null || !unreadable(text), field, "text.control");
    }

    public void optional(String field, String text, int longest) {
        if (text != null) {
            text(field, text, longest);
        }
    }

    void texts(String field, List<String> texts) {
        few(field, texts);
        for (int i = 0; i < texts.size(); i++) {
            text(field + "[" + i + "]", texts.get(i), 2000);
        }
    }

    void few(String field, Collection<?> items) {
        check(items.size() <= MOST_ITEMS, field, "items", MOST_ITEMS);
    }

    void days(String field, Integer days) {
        check(days == null || days >= 0 && days <= MOST_DAYS, field, "days", MOST_DAYS);
    }

    /** What was noted so far. */
    public List<Problem.Violation> found() {
        return found;
    }

    /** Whether anything is wrong with a field. */
    public boolean names(String field) {
        return found.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** @throws Problem invalid, naming all that was noted */
    public void raise() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    /** Whether a text holds characters that no one can read: controls, and halves of a pair. */
    static boolean unreadable(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t';
            case Character.SURROGATE -> true;
            default -> false;
        });
    }
}
