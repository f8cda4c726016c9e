// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.nio.file.Path;
import java.util.Set;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first administrator, made when there is no account at all, with a password of its own, never a default. */
final class FirstAccount {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final IdentityStore store;
    private final Passwords passwords;

    FirstAccount(IdentityStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /** Makes it, unless there is any account. */
    void create(String county) {
        if (!store.empty()) {
            return;
        }
        String password = passwords.random();
        AccountEntity admin = new AccountEntity();
        admin.take(new Account("admin", "系统管理员", Set.of(Role.ADMIN), county, true));
        admin.password = passwords.hash(password);
        Path file = SecretFile.path("admin-password.txt");
        Runnable keep = () -> SecretFile.write(file, password + "\n");
        if (store.add(admin, "sanban:start", "created as first administrator", keep)) {
            LOG.info("the first administrator is \"admin\"; the password stands in {}", file);
        }
    }
}
