// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Division;

/**
 * Who acts, through which channel, for which division. Every command takes it as a parameter; there is no ambient
 * security.
 *
 * @param account the account's login name, or a name of the platform's own ({@code sanban:clock})
 * @param name what people read: 王小明（示例）
 * @param roles what the account may be, names of {@link Role} or a plugin's own
 * @param division 12-digit code of the division whose subtree the account sees
 * @param channel through which door ({@link Channel})
 */
public record Actor(String account, String name, Set<String> roles, String division, String channel) {
    public Actor {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
        Objects.requireNonNull(division, "division");
        Objects.requireNonNull(channel, "channel");
    }

    /** The platform itself, for the whole county. */
    public static Actor system(String what, String division) {
        return new Actor("sanban:" + what, "三办平台", Set.of(Role.ADMIN, Role.SYSTEM), division, Channel.SYSTEM);
    }

    /**
     * Whoever sits at the Karaf shell: an administrator, since the shell can do anything to the platform anyway.
     *
     * @param user as the shell knows them, {@code null} for nobody in particular
     * @param division the division whose subtree the shell sees
     */
    public static Actor shell(Object user, String division) {
        String name = user == null ? "karaf" : user.toString();
        return new Actor("shell:" + name, name, Set.of(Role.ADMIN), division, Channel.SHELL);
    }

    /** Whether the account holds any of these roles. */
    public boolean is(String... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /** Whether {@code division} lies in the subtree the account sees. */
    public boolean sees(String division) {
        return Division.contains(this.division, division);
    }

    /**
     * Checks that the account holds one of these roles.
     *
     * @throws Problem forbidden
     */
    public void require(String... anyOf) {
        if (!is(anyOf)) {
            String needed = String.join(", ", anyOf);
            throw Problem.forbidden(new Text(
                    "账号“" + account + "”没有此操作所需的角色（" + needed + "）。",
                    "Account \"" + account + "\" holds none of the roles this needs (" + needed + ")."));
        }
    }

    /** The same person through another door. */
    public Actor through(String channel) {
        return new Actor(account, name, roles, division, channel);
    }
}
