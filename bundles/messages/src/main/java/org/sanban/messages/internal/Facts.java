// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Paper;
import org.sanban.api.data.Moments;
import org.sanban.api.registry.Site;

/**
 * What a message can say of a case, by name. Of the person it says no more than the masked name.
 *
 * @param values text by name
 * @param moment when a visit is, with its year, {@code null} where none is agreed
 */
record Facts(Map<String, String> values, String moment) {
    /** What a template may name, besides enclosures. */
    static final Set<String> NAMES = Set.of(
            "matter", "number", "stage", "site", "sitePhone", "applicant", "due", "reason", "missing", "when", "place");

    static final Pattern NAMED = Pattern.compile("\\{([A-Za-z][A-Za-z0-9-]{0,39})\\}");
    private static final Pattern CLAUSE = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    /** As WeChat documents a field for a time, whatever is the language around it. */
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private static final String WHEN = "when";

    static Facts of(Occasion occasion, Case state, Site site, Locale language) {
        Map<String, String> values = new HashMap<>();
        values.put("matter", state.matterName());
        values.put("number", state.number());
        values.put("stage", state.stageName().in(language));
        values.put("site", site.name());
        values.put("sitePhone", site.phone());
        values.put("applicant", state.applicant().maskedName());
        values.put(
                "due", state.due().dueOn() == null ? null : state.due().dueOn().toString());
        values.put(
                "reason", occasion.reason() == null ? null : occasion.reason().in(language));
        values.put(
                "missing",
                state.materials().stream()
                        .filter(Paper::missing)
                        .map(Paper::name)
                        .collect(Collectors.joining("、")));
        if (occasion.visit() != null) {
            values.put(WHEN, when(occasion.visit().from(), language));
            values.put("place", occasion.visit().place());
        }
        values.values().removeIf(text -> text == null);
        return new Facts(
                values,
                occasion.visit() == null
                        ? null
                        : WHOLE.format(occasion.visit().from().atZone(Moments.ZONE)));
    }

    private static String when(Instant at, Locale language) {
        return (language.equals(Locale.ENGLISH) ? EN : ZH).format(at.atZone(Moments.ZONE));
    }

    /** A field of a channel's template with the facts filled in: a time in it has its year. */
    String field(String pattern) {
        Map<String, String> whole = new HashMap<>(values);
        whole.computeIfPresent(WHEN, (name, text) -> moment);
        return fill(pattern, whole, NAMES);
    }

    /** A pattern with the facts filled in; what is to be enclosed stays as it is. */
    String fill(String pattern) {
        return pattern == null ? null : fill(pattern, values, NAMES);
    }

    /**
     * Fills in names. A clause in brackets is left out as a whole when something it names is not there:
     * <code>[Telephone {sitePhone}.]</code>.
     *
     * @param names those that are filled in; others stay
     */
    static String fill(String pattern, Map<String, String> values, Set<String> names) {
        String clauses = CLAUSE.matcher(pattern).replaceAll(found -> {
            Set<String> named = named(found.group(1));
            boolean missing = named.stream()
                    .anyMatch(name -> names.contains(name)
                            && values.getOrDefault(name, "").isEmpty());
            String clause = names.containsAll(named) ? found.group(1) : found.group();
            return missing ? "" : Matcher.quoteReplacement(clause);
        });
        return NAMED.matcher(clauses)
                .replaceAll(found -> Matcher.quoteReplacement(
                        names.contains(found.group(1)) ? values.getOrDefault(found.group(1), "") : found.group()));
    }

    /** What a pattern names. */
    static Set<String> named(String pattern) {
        return NAMED.matcher(pattern).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
