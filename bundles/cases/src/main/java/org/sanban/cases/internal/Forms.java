// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Original;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Checks what was filled in against what a form and a guide ask for; every fault is collected, none thrown. */
final class Forms {
    private static final Texts TEXTS = Texts.of(Forms.class);
    private static final int MOST = 99;

    private final List<Violation> faults;
    private final Set<String> materials;
    private final Predicate<String> inForce;

    /**
     * @param faults where faults are collected
     * @param materials codes that the guide knows
     * @param inForce whether the matter of a code is in force
     */
    Forms(List<Violation> faults, Set<String> materials, Predicate<String> inForce) {
        this.faults = faults;
        this.materials = materials;
        this.inForce = inForce;
    }

    /** Checks answers against a form. */
    void answers(List<Field> form, Map<String, Object> answers) {
        for (Field field : form) {
            Object answer = answers.get(field.name());
            if (answer == null || answer.equals("") || answer.equals(List.of())) {
                if (field.required()) {
                    fault("answers." + field.name(), TEXTS.get("answer.required", field.label()));
                }
            } else {
                Text wrong = wrong(field, answer);
                if (wrong != null) {
                    fault("answers." + field.name(), wrong);
                }
            }
        }
        Set<String> unknown = new TreeSet<>(answers.keySet());
        form.forEach(field -> unknown.remove(field.name()));
        for (String name : unknown) {
            fault("answers." + name, TEXTS.get("answer.unknown", name, names(form)));
        }
    }

    /** Checks materials against the codes a guide knows. */
    void materials(List<Handed> handed) {
        for (int i = 0; i < handed.size(); i++) {
            Handed one = handed.get(i);
            String field = "materials[" + i + "]";
            if (one.code() == null || !materials.contains(one.code())) {
                fault(field + ".code", TEXTS.get("material.unknown", one.code(), list(materials)));
            }
            if (one.originals() < 0 || one.originals() > MOST || one.copies() < 0 || one.copies() > MOST) {
                fault(field, TEXTS.get("material.count", MOST));
            }
            if (one.attachments().size() > MOST) {
                fault(field + ".attachments", TEXTS.get("material.count", MOST));
            }
        }
    }

    /** Checks originals to be taken into custody. */
    void taken(List<Original> taken) {
        for (int i = 0; i < taken.size(); i++) {
            text("taken[" + i + "].name", taken.get(i).name(), true, 100);
            String photo = taken.get(i).photo();
            if (photo != null && !photo.matches("[0-9a-f]{64}")) {
                fault("taken[" + i + "].photo", TEXTS.get("original.photo"));
            }
        }
    }

    /** Checks a text. */
    void text(String field, String text, boolean required, int longest) {
        if (text == null || text.isBlank()) {
            if (required) {
                fault(field, TEXTS.get("text.required"));
            }
        } else if (text.length() > longest || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            fault(field, TEXTS.get("text.wrong", longest));
        }
    }

    /** Ids of the files that a command names, each with the field that does. */
    static Map<String, String> files(List<Field> form, Map<String, Object> answers, List<Handed> materials) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Field field : form) {
            if (field.type() == Field.Type.FILE && answers.get(field.name()) instanceof String id && !id.isEmpty()) {
                files.put(id, "answers." + field.name());
            }
        }
        for (int i = 0; i < materials.size(); i++) {
            for (String id : materials.get(i).attachments()) {
                files.putIfAbsent(id, "materials[" + i + "].attachments");
            }
        }
        return files;
    }

    void fault(String field, Text message) {
        faults.add(new Violation(field, message));
    }

    private Text wrong(Field field, Object answer) {
        return switch (field.type()) {
            case TEXT -> answer instanceof String text
                            && text.length() <= field.longest()
                            && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t')
                    ? null
                    : TEXTS.get("text.wrong", field.longest());
            case NUMBER -> answer instanceof Number ? null : TEXTS.get("answer.number");
            case BOOLEAN -> answer instanceof Boolean ? null : TEXTS.get("answer.boolean");
            case DATE -> parses(() -> LocalDate.parse(answer.toString())) ? null : TEXTS.get("answer.date");
            case TIME -> parses(() -> OffsetDateTime.parse(answer.toString())) ? null : TEXTS.get("answer.time");
            case CHOICE -> ids(field).contains(answer) ? null : TEXTS.get("answer.choice", list(ids(field)));
            case CHOICES -> distinct(answer, ids(field)::contains)
                    ? null
                    : TEXTS.get("answer.choices", list(ids(field)));
            case MATERIALS -> distinct(answer, materials::contains)
                    ? null
                    : TEXTS.get("answer.materials", list(materials));
            case MATTERS -> distinct(answer, code -> true)
                    ? notInForce((Collection<?>) answer)
                    : TEXTS.get("answer.matters");
            case FILE -> answer instanceof String id && FileStore.isId(id) ? null : TEXTS.get("answer.file");
        };
    }

    /** Whether an answer is a list of different words that are all known. */
    private static boolean distinct(Object answer, Predicate<Object> known) {
        return answer instanceof Collection<?> words
                && words.size() <= MOST
                && new HashSet<>(words).size() == words.size()
                && words.stream().allMatch(word -> word instanceof String && known.test(word));
    }

    private Text notInForce(Collection<?> codes) {
        List<String> wrong = codes.stream()
                .map(String::valueOf)
                .filter(code -> !inForce.test(code))
                .toList();
        return wrong.isEmpty() ? null : TEXTS.get("answer.matter", list(wrong));
    }

    private static List<String> ids(Field field) {
        return field.choices().stream().map(Field.Choice::id).toList();
    }

    private static String list(Collection<String> words) {
        return String.join("、", words instanceof Set<String> set ? new TreeSet<>(set) : words);
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String names(List<Field> form) {
        return form.isEmpty()
                ? "-"
                : String.join("、", form.stream().map(Field::name).toList());
    }
}
