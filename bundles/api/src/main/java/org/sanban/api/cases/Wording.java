// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;
import java.util.stream.Stream;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Names the parts of a mode's workflow from the texts beside a class of its own: {@code stage.ID}, {@code step.ACTION},
 * {@code field.NAME}, {@code LIST.CHOICE}.
 */
public final class Wording {
    private static final int SENTENCES = 500;
    private static final int NAME = 60;

    private final Texts texts;

    private Wording(Texts texts) {
        this.texts = texts;
    }

    /** The texts beside {@code owner}, as {@link Texts#of}. */
    public static Wording of(Class<?> owner) {
        return new Wording(Texts.of(owner));
    }

    /** Any other text, as {@link Texts#get}. */
    public Text get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** A stage without a limit of its own; {@code holder} is {@code null} in a final one. */
    public Stage stage(String id, Status status, Clock clock, String holder) {
        return stage(id, status, clock, holder, null);
    }

    /** A stage. */
    public Stage stage(String id, Status status, Clock clock, String holder, Limit limit) {
        return new Stage(id, get("stage." + id), status, clock, holder, limit);
    }

    /** A step to be told. */
    public Step.Builder step(String action, JournalEntry.Kind kind) {
        return Step.of(action, get("step." + action), kind);
    }

    /** A field of any type that needs no more to be said. */
    public Field field(String name, Field.Type type, boolean required) {
        return new Field(name, label(name), type, required, 0, List.of());
    }

    /** A text. */
    public Field text(String name, boolean required, int longest) {
        return Field.text(name, label(name), required, longest);
    }

    /** A few sentences that must be written: a reason, a result. */
    public Field sentences(String name) {
        return text(name, true, SENTENCES);
    }

    /** A name that must be written: who signed for it. */
    public Field name(String name) {
        return text(name, true, NAME);
    }

    /** One of several choices, named {@code LIST.CHOICE}. */
    public Field chosen(String name, boolean required, String list, String... ids) {
        return Field.choice(name, label(name), required, choices(list, ids));
    }

    /** Choices, named {@code LIST.CHOICE}. */
    public List<Field.Choice> choices(String list, String... ids) {
        return Stream.of(ids)
                .map(id -> new Field.Choice(id, get(list + "." + id)))
                .toList();
    }

    private Text label(String field) {
        return get("field." + field);
    }
}
