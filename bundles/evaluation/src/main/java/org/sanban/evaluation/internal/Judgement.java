// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Texts;

/**
 * What a citizen says of how a case was served: one level for each of the three objects (R71).
 *
 * @param business of the business handled (政务服务业务)
 * @param window of the window (窗口)
 * @param attitude of the attitude of staff (工作人员态度)
 * @param details codes of what was wrong, from the list of {@link Terms}
 * @param text own words, at most 500 characters, may be {@code null}
 * @param anonymous whether nobody is to know from whom it comes
 * @param via by which way it was given
 */
public record Judgement(
        Level business, Level window, Level attitude, List<String> details, String text, boolean anonymous, Via via) {
    static final int LONGEST = 500;

    private static final Texts TEXTS = Texts.of(Judgement.class);

    /** Details once each, blank text as none. */
    public Judgement {
        details = details == null ? List.of() : details.stream().distinct().toList();
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /** The worst of the three: whoever is dissatisfied with one of them gave a bad rating (docs/decisions/0091). */
    public Level overall() {
        return business.worse(window).worse(attitude);
    }

    /**
     * Checks it whole.
     *
     * @param known codes of details that there are
     * @throws Problem invalid, naming every wrong field
     */
    Judgement checked(Set<String> known) {
        List<Violation> wrong = new ArrayList<>();
        missing(wrong, "business", business);
        missing(wrong, "window", window);
        missing(wrong, "attitude", attitude);
        missing(wrong, "via", via);
        details.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> wrong.add(new Violation(
                        "details",
                        TEXTS.get(
                                "details.unknown",
                                code,
                                String.join(", ", known.stream().sorted().toList())))));
        if (text != null && (text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ' && c != '\n'))) {
            wrong.add(new Violation("text", TEXTS.get("text.long", LONGEST)));
        }
        if (wrong.isEmpty() && overall().bad() && details.isEmpty() && text == null) {
            wrong.add(new Violation("details", TEXTS.get("details.wanted")));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return this;
    }

    private static void missing(List<Violation> wrong, String field, Object value) {
        if (value == null) {
            wrong.add(new Violation(field, TEXTS.get("missing." + field)));
        }
    }
}
