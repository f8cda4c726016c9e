// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * What a caller wants a subscription to be.
 *
 * @param name what people read
 * @param url where events are sent to
 * @param kinds which events, all when empty
 * @param modes of which service modes
 * @param matters of which matters
 * @param division of which division, with all below; the caller's own when {@code null}
 * @param format how, {@code null} for structured
 */
record Wanted(
        String name,
        String url,
        Set<JournalEntry.Kind> kinds,
        Set<String> modes,
        Set<String> matters,
        String division,
        Format format) {
    private static final Texts TEXTS = Texts.of(Wanted.class);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_MODES = 20;
    private static final int MOST_MATTERS = 50;

    /** @throws Problem invalid, naming all that is wrong but the address */
    void check() {
        List<Problem.Violation> wrong = new ArrayList<>();
        if (name == null || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new Problem.Violation("name", TEXTS.get("name", LONGEST_NAME)));
        }
        if (modes.size() > MOST_MODES || !modes.stream().allMatch(mode -> mode.matches("[a-z0-9-]{1,40}"))) {
            wrong.add(new Problem.Violation("modes", TEXTS.get("modes", MOST_MODES)));
        }
        if (matters.size() > MOST_MATTERS || !matters.stream().allMatch(code -> code.matches("[^\\s,]{1,80}"))) {
            wrong.add(new Problem.Violation("matters", TEXTS.get("matters", MOST_MATTERS)));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    /** Writes it into a row. */
    void into(SubscriptionEntity row, String subtree) {
        row.name = name;
        row.url = url;
        row.wants(new Filter(kinds, modes, matters, subtree));
        row.format = format == null ? Format.STRUCTURED : format;
    }
}
