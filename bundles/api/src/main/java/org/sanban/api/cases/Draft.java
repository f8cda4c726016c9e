// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;
import java.util.Map;
import org.sanban.api.identity.Applicant;

/**
 * A case to be submitted.
 *
 * @param mode id of the service mode
 * @param matter code of the matter
 * @param site code of the site it is submitted at
 * @param applicant who applies
 * @param materials what is handed in
 * @param taken originals that stay with the office
 * @param answers answers to the mode's application form
 * @param note a remark for the staff, may be {@code null}; at most 500 characters
 * @param key idempotency key of at most 80 characters, may be {@code null}: a repeated request with the same key by the
 *     same account answers the first result
 */
public record Draft(
        String mode,
        String matter,
        String site,
        Applicant applicant,
        List<Handed> materials,
        List<Original> taken,
        Map<String, Object> answers,
        String note,
        String key) {
    public Draft {
        materials = Action.copy(materials);
        taken = Action.copy(taken);
        answers = Action.given(answers);
    }
}
