// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;
import org.sanban.api.problem.Text;

/**
 * A field of a form.
 *
 * @param name key in the answers; small camelCase
 * @param label what people read
 * @param type what it takes
 * @param required whether it must be answered
 * @param longest most characters of a text
 * @param choices what a {@code CHOICE} or {@code CHOICES} chooses from, else empty
 */
public record Field(String name, Text label, Type type, boolean required, int longest, List<Choice> choices) {
    public Field {
        choices = List.copyOf(choices);
    }

    /** What a field takes; as JSON: text, number, boolean, {@code 2026-11-22}, {@code 2026-11-22T09:00:00+08:00}, id. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        TIME,
        CHOICE,
        /** Ids of some of {@code choices}, a list. */
        CHOICES,
        /** Codes of the guide's materials, a list. */
        MATERIALS,
        /** Id of a file stored before ({@link AttachmentService}): a photo, a signed paper. */
        FILE,
        /** Codes of matters in force, a list: one application for several (一件事, R49). */
        MATTERS
    }

    /** One of a field's choices. */
    public record Choice(String id, Text label) {}

    /** A text field. */
    public static Field text(String name, Text label, boolean required, int longest) {
        return new Field(name, label, Type.TEXT, required, longest, List.of());
    }

    /** A list of the guide's materials. */
    public static Field materials(String name, Text label, boolean required) {
        return new Field(name, label, Type.MATERIALS, required, 0, List.of());
    }

    /** One of several choices. */
    public static Field choice(String name, Text label, boolean required, List<Choice> choices) {
        return new Field(name, label, Type.CHOICE, required, 0, choices);
    }
}
