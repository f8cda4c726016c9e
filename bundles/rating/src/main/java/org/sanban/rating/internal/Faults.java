// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.util.ArrayList;
import java.util.List;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Collects what is wrong with a value, so that all of it is told at once (R34). */
final class Faults {
    private static final Texts TEXTS = Texts.of(Faults.class);

    private final List<Problem.Violation> found = new ArrayList<>();

    /** Notes the text {@code key} against {@code field} unless {@code right}. */
    Faults check(boolean right, String field, String key, Object... arguments) {
        if (!right) {
            found.add(new Problem.Violation(field, TEXTS.get(key, arguments)));
        }
        return this;
    }

    /** Notes a text that is missing, too long or holds control characters. */
    Faults text(String field, String text, int longest) {
        return check(text != null && !text.isBlank() && fits(text, longest), field, "text", longest);
    }

    /** As {@link #text}, but {@code null} is right. */
    Faults optional(String field, String text, int longest) {
        return text == null ? this : text(field, text, longest);
    }

    /** Notes what others found. */
    Faults add(List<Problem.Violation> others) {
        found.addAll(others);
        return this;
    }

    List<Problem.Violation> found() {
        return found;
    }

    /** @throws Problem invalid, naming all that was noted */
    void raise() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    private static boolean fits(String text, int longest) {
        return text.length() <= longest
                && text.codePoints().allMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.SURROGATE -> false;
                    default -> true;
                });
    }
}
