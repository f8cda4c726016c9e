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
}
