// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import java.util.Set;

/**
 * A login of a staff member or of another system. Its password is never read back.
 *
 * @param login 3 to 40 characters: small letters, digits, {@code . _ -}
 * @param name what people read
 * @param roles names of {@link Role} or a plugin's own
 * @param division 12-digit code of the division whose subtree the account sees
 * @param active whether it may log in
 */
public record Account(String login, String name, Set<String> roles, String division, boolean active) {
    public Account {
        roles = Set.copyOf(roles);
    }
}
