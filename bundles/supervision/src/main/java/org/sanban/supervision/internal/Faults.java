// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Collects what is wrong with a value, so that all of it is told at once (R34). */
final class Faults {
    private static final Texts TEXTS = Texts.of(Faults.class);
    private static final int MOST_FILES = 20;

    private final List<Problem.Violation> found = new ArrayList<>();

    /** Notes the text {@code key} against {@code field} unless {@code right}. */
    Faults check(boolean right, String field, String key, Object... arguments) {
        if (!right) {
            found.add(new Problem.Violation(field, TEXTS.get(key, arguments)));
        }
        return this;
    }

    /** Notes a text that is missing, too long or holds control characters; lines may be broken. */
    Faults text(String field, String text, int longest) {
        return check(text != null && !text.isBlank() && fits(text, longest), field, "text", longest);
    }

    /** As {@link #text}, but {@code null} is right. */
    Faults optional(String field, String text, int longest) {
        return text == null ? this : text(field, text, longest);
    }

    /** Notes a day that is missing, or is not yet. */
    Faults past(String field, LocalDate day, LocalDate today) {
        return check(day != null && !day.isAfter(today) && day.getYear() > 2000, field, "day.past");
    }

    /** Notes names of which there is none, too many, or that cannot be told apart when kept as one text. */
    Faults names(String field, List<String> names, int fewest, int longest) {
        List<String> all = names == null ? List.of() : names;
        boolean right = all.size() >= fewest
                && all.stream().allMatch(name -> name != null && !name.isBlank() && fits(name, 60))
                && all.stream().noneMatch(name -> name.contains(Words.MARK) || name.indexOf('\n') >= 0)
                && Words.joined(all).length() <= longest;
        return check(right, field, "names", fewest, longest);
    }

    /** Notes files that are missing or too many; whether they are there is for who keeps them to say. */
    Faults files(String field, List<String> files, int fewest) {
        List<String> all = files == null ? List.of() : files;
        boolean right = all.size() >= fewest
                && all.size() <= MOST_FILES
                && all.stream().allMatch(id -> id != null && id.matches("[0-9a-f]{32}"));
        return check(right, field, fewest == 0 ? "files" : "files.needed", MOST_FILES);
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
                    case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
                    case Character.SURROGATE -> false;
                    default -> true;
                });
    }
}
