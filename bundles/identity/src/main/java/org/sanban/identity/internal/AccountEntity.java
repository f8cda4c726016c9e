// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.identity.Account;

/** Row of an account. */
@Entity
@Table(name = "identity_account")
class AccountEntity {
    @Id
    String login;

    String name;

    /** Words in order, separated by blanks. */
    String roles;

    String division;
    boolean active;

    /** Argon2id in its own notation. */
    String password;

    /** Grows when tokens given before must stop working. */
    int generation;

    void take(Account account) {
        login = account.login();
        name = account.name();
        roles = String.join(" ", new TreeSet<>(account.roles()));
        division = account.division();
        active = account.active();
    }

    Account account() {
        return new Account(login, name, roles.isEmpty() ? Set.of() : Set.of(roles.split(" ")), division, active);
    }
}
