// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;

/** Collects what is wrong with a value, so that all of it is told at once (R34). */
final class Faults {
    private static final Texts TEXTS = Texts.of(Faults.class);

    private static final int FIRST_YEAR = 2000;
    private static final int MOST_FILES = 9;

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

    /** Notes a day that is missing, or later than {@code last}. */
    Faults past(String field, LocalDate day, LocalDate last) {
        return check(day != null && !day.isAfter(last) && day.getYear() >= FIRST_YEAR, field, "day.past", last);
    }

    /** Notes a number that is missing or out of range. */
    Faults number(String field, Integer number, int least, int most) {
        return check(number != null && number >= least && number <= most, field, "number", least, most);
    }

    /** Notes too many files, or one that is no id. */
    Faults files(String field, List<String> ids) {
        return check(
                ids.size() <= MOST_FILES
                        && ids.stream().allMatch(id -> id != null && id.matches("[A-Za-z0-9_-]{1,80}")),
                field,
                "files",
                MOST_FILES);
    }

    /** Notes a division that there is not. */
    Faults division(String field, String code, RegistryService registry) {
        try {
            registry.division(code);
            return this;
        } catch (Problem unknown) {
            return check(false, field, "division.unknown", code == null ? "" : code);
        }
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
