// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;
import java.util.Set;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.problem.Text;

/**
 * A step of a workflow: who may do what, from where to where, and what it needs.
 *
 * @param action its name in {@link Action#name()}: {@code accept}
 * @param name what people read: 受理
 * @param kind what has happened once it is done
 * @param from ids of the stages it may be done in
 * @param to id of the stage it leads to, {@code null} when the stage stays
 * @param roles who may do it, any of these
 * @param form what must be answered
 * @param effects what else it may do
 * @param shown whether the applicant sees it in the public timeline
 */
public record Step(
        String action,
        Text name,
        JournalEntry.Kind kind,
        Set<String> from,
        String to,
        Set<String> roles,
        List<Field> form,
        Set<Effect> effects,
        boolean shown) {
    public Step {
        from = Set.copyOf(from);
        roles = Set.copyOf(roles);
        form = List.copyOf(form);
        effects = Set.copyOf(effects);
    }

    /** A step to be told like a sentence: {@code Step.of("accept", name, kind).from("submitted").to("accepted").by(CLERK).make()}. */
    public static Builder of(String action, Text name, JournalEntry.Kind kind) {
        return new Builder(action, name, kind);
    }

    /** What a step may do besides moving the case. */
    public enum Effect {
        /** It may be done once in a case's life (一次性告知, R34). */
        ONCE,
        /** It takes materials: {@link Action#materials()}. */
        MATERIALS,
        /** It takes originals into custody or gives them back: {@link Action#taken()}, {@link Action#returned()}. */
        CUSTODY,
        /** It hands the case to a named colleague: {@link Action#assignee()}. */
        ASSIGN,
        /** No original may be out when it is done. */
        FILES,
        /** It notes where originals are now, with whom they travel: {@link Action#moved()}. */
        MOVES,
        /** It books people and vehicles, in place of what the case had booked from now on: {@link Action#bookings()}. */
        BOOKS,
        /** It opens parts that others handle side by side (并联办理, R121): {@link Action#parts()}. */
        OPENS_PARTS,
        /** It ends the part {@link Action#part()} with its answers; who holds the part may do it. */
        ENDS_PART,
        /** No part may be open when it is done. */
        JOINS,
        /** Who holds the case by name may do it, nobody else of the role. */
        HOLDER,
        /** The platform does it by itself once the limit of the stage is over, as {@code sanban:clock}. */
        OVERDUE
    }

    /** Tells a step; what is not said is empty. */
    public static final class Builder {
        private final String action;
        private final Text name;
        private final JournalEntry.Kind kind;
        private Set<String> from = Set.of();
        private String to;
        private Set<String> roles = Set.of();
        private List<Field> form = List.of();
        private Set<Effect> effects = Set.of();

        private Builder(String action, Text name, JournalEntry.Kind kind) {
            this.action = action;
            this.name = name;
            this.kind = kind;
        }

        /** It may be done in these stages. */
        public Builder from(String... stages) {
            return from(Set.of(stages));
        }

        /** It may be done in these stages. */
        public Builder from(Set<String> stages) {
            from = stages;
            return this;
        }

        /** It leads to this stage; not said, the stage stays. */
        public Builder to(String stage) {
            to = stage;
            return this;
        }

        /** Whoever has one of these roles may do it. */
        public Builder by(String... anyOf) {
            roles = Set.of(anyOf);
            return this;
        }

        /** This must be answered. */
        public Builder asks(Field... fields) {
            form = List.of(fields);
            return this;
        }

        /** This it may do besides. */
        public Builder effects(Effect... all) {
            effects = Set.of(all);
            return this;
        }

        /** A step that the applicant sees. */
        public Step make() {
            return new Step(action, name, kind, from, to, roles, form, effects, true);
        }

        /** A step that only staff sees. */
        public Step hidden() {
            return new Step(action, name, kind, from, to, roles, form, effects, false);
        }
    }
}
