// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;

/**
 * What divisions have published that they serve in a mode (R81, R85): a division without a list of its own follows the one
 * above, and where there is none at all, guides alone decide. A mode asks it when a case is submitted.
 *
 * @param mode id of the service mode
 * @param matters knows the lists
 * @param registry knows the divisions
 * @param wording texts of the mode: {@code check.scope}, with the matter, the division and the source of its list; and
 *     {@code check.scope.hotline}, with the telephone to ask (R82) as well
 */
public record Published(String mode, MatterService matters, RegistryService registry, Wording wording) {
    /**
     * Refuses a matter that is not listed, in words that say whom to ask.
     *
     * @param field what named the matter: {@code matter}
     * @param division 12-digit code of the division that would serve it
     * @throws Problem invalid
     */
    public void check(String field, Matter matter, String division) {
        Scope scope = matters.scope(mode, division);
        if (scope == null || scope.matters().contains(matter.code())) {
            return;
        }
        String of = registry.division(scope.division()).name();
        throw Problem.invalid(
                field,
                scope.hotline() == null
                        ? wording.get("check.scope", matter.name(), of, scope.source())
                        : wording.get("check.scope.hotline", matter.name(), of, scope.source(), scope.hotline()));
    }
}
