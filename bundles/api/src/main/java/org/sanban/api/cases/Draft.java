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
 *     same account answers the first result; where it is {@code null}, a reserved number is its own key
 * @param number number set apart for the account before ({@link NumberService}), {@code null} for the next one
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
        String key,
        String number) {
    public Draft {
        materials = Action.copy(materials);
        taken = Action.copy(taken);
        answers = Action.given(answers);
    }

    /** A case under the platform's next number. */
    public Draft(
            String mode,
            String matter,
            String site,
            Applicant applicant,
            List<Handed> materials,
            List<Original> taken,
            Map<String, Object> answers,
            String note,
            String key) {
        this(mode, matter, site, applicant, materials, taken, answers, note, key, null);
    }

    /** The same under an idempotency key. */
    public Draft keyed(String idempotency) {
        return new Draft(mode, matter, site, applicant, materials, taken, answers, note, idempotency, number);
    }

    /** The same under a reserved number. */
    public Draft under(String reserved) {
        return new Draft(mode, matter, site, applicant, materials, taken, answers, note, key, reserved);
    }
}
