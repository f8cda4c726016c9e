// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sanban.api.identity.Applicant;
import org.sanban.api.journal.JournalEntry;

/**
 * Codes of the exchange: the one place where words become codes. What GB/T 39046-2020 publishes (A.4 服务对象, A.6 办件类型,
 * A.7 特别程序, A.8 满意度) is known; every other code is the province's to say, and is configuration.
 */
final class Codes {
    /** GB/T 39046-2020. Beware: the interface for ratings counts A.6 and A.8 the other way round. */
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("applyer_type.person", "1"),
            Map.entry("applyer_type.enterprise", "2"),
            Map.entry("applyer_type.institution", "3"),
            Map.entry("applyer_type.society", "4"),
            Map.entry("applyer_type.agency", "5"),
            Map.entry("applyer_type.other", "6"),
            Map.entry("project_type.immediate", "1"),
            Map.entry("project_type.committed", "2"),
            Map.entry("special_type.extension", "1"),
            Map.entry("special_type.other", "2"));

    /** Words that no published code is known for, by column. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "apply_type", List.of("window", "online"),
            "applyer_page_type", List.of("person", "organization"),
            "get_type", List.of("original", "copy", "file"),
            "event_name", events(),
            "result_type", List.of("approved", "denied", "refused", "withdrawn", "terminated"),
            "is_delivery_results", List.of("yes", "no"),
            "cd_operation", List.of("insert"));

    private final Map<String, String> configured;

    /** @param configured code by {@code column.word}, or by {@code column} for every word of it */
    Codes(Map<String, String> configured) {
        this.configured = Map.copyOf(configured);
    }

    private static List<String> events() {
        List<String> words = new ArrayList<>();
        for (JournalEntry.Kind kind : JournalEntry.Kind.values()) {
            words.add(word(kind));
        }
        return words;
    }

    /** The word of what has happened: {@code correction-asked}. */
    static String word(JournalEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word of who applies, an organisation by the first two characters of its code (GB 32100-2015). */
    static String word(Applicant applicant) {
        if (applicant.kind() == Applicant.Kind.PERSON) {
            return "person";
        }
        return switch (applicant.idNumber().substring(0, 2)) {
            case "11" -> "agency";
            case "12" -> "institution";
            case "13", "51", "52", "53", "59" -> "society";
            case "91", "92", "93" -> "enterprise";
            default -> "other";
        };
    }

    /** The code of a word; empty when none is known. */
    Optional<String> code(String column, String word) {
        String key = column + "." + word;
        String own = configured.getOrDefault(key, configured.get(column));
        return Optional.ofNullable(own == null ? STANDARD.get(key) : own);
    }

    /** What must be configured and is not, as {@code column.word}. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        ASKED.forEach((column, words) -> words.stream()
                .filter(word -> code(column, word).isEmpty())
                .forEach(word -> missing.add(column + "." + word)));
        missing.sort(null);
        return missing;
    }

    /** Reads {@code key=value, key=value}. */
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(",")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                pairs.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
            } else if (!pair.isBlank()) {
                throw new IllegalArgumentException(pair.strip());
            }
        }
        return pairs;
    }
}
