// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;
import java.util.Map;

/**
 * Something to be done with a case.
 *
 * @param name the step's action: {@code accept}
 * @param version version of the case that the actor saw; a stale one is a conflict
 * @param answers answers to the step's form
 * @param materials materials handed in with it
 * @param taken originals that stay with the office
 * @param returned originals given back
 * @param assignee login of the colleague it is handed to, where the step hands it on
 * @param note a remark for the staff, may be {@code null}; at most 500 characters
 * @param key idempotency key, as in {@link Draft#key()}
 */
public record Action(
        String name,
        int version,
        Map<String, Object> answers,
        List<Handed> materials,
        List<Original> taken,
        List<Returned> returned,
        String assignee,
        String note,
        String key) {
    public Action {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        materials = materials == null ? List.of() : List.copyOf(materials);
        taken = taken == null ? List.of() : List.copyOf(taken);
        returned = returned == null ? List.of() : List.copyOf(returned);
    }

    /** An action that needs no more than answers. */
    public static Action of(String name, int version, Map<String, Object> answers) {
        return new Action(name, version, answers, null, null, null, null, null, null);
    }
}
