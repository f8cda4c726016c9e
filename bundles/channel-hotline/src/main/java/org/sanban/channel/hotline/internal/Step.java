// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Something to be done with an order.
 *
 * @param action {@code assign}, {@code return}, {@code answer}, {@code extend}, {@code call-back}, {@code close},
 *     {@code resend}
 * @param version of the order that the actor saw
 * @param assignee login of who is to answer, for {@code assign}
 * @param text the answer, the reason, what was said
 * @param days working days, for {@code extend}
 * @param reached whether the caller was reached, for {@code call-back}
 */
public record Step(String action, int version, String assignee, String text, Integer days, Boolean reached) {
    private static final Texts TEXTS = Texts.of(Step.class);
    private static final Map<String, Set<String>> ROLES = Map.of(
            "assign", Set.of(Orders.HOTLINE, Role.OFFICER, Role.ADMIN),
            "return", Set.of(Orders.HOTLINE, Role.OFFICER, Role.ADMIN, Role.CLERK, Role.AGENT),
            "answer", Set.of(Orders.HOTLINE, Role.OFFICER, Role.ADMIN, Role.CLERK, Role.AGENT),
            "extend", Set.of(Orders.HOTLINE, Role.OFFICER, Role.ADMIN),
            "call-back", Set.of(Orders.HOTLINE, Role.OFFICER, Role.ADMIN, Role.CLERK, Role.AGENT),
            "close", Set.of(Orders.HOTLINE, Role.OFFICER, Role.ADMIN),
            "resend", Set.of(Orders.HOTLINE, Role.ADMIN));

    /** Who may do it. */
    String[] roles() {
        if (action == null || !ROLES.containsKey(action)) {
            String all = String.join(", ", new TreeSet<>(ROLES.keySet()));
            throw Problem.invalid("action", TEXTS.get("action.none", String.valueOf(action), all));
        }
        return ROLES.get(action).toArray(String[]::new);
    }
}
