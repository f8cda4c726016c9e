// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.Set;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Session;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;

/** Accounts of the sample town. */
final class FakeIdentity implements IdentityService {
    private static final Set<String> LOGINS = Set.of("clerk", "clerk2", "officer", "leader");

    @Override
    public Account account(String login, Actor actor) {
        if (!LOGINS.contains(login)) {
            throw Problem.notFound("account", login);
        }
        return new Account(login, login, Set.of("clerk"), Samples.TOWN, true);
    }

    @Override
    public Session login(String login, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Actor authenticate(String token, String channel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Actor authenticate(String login, String password, String channel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account create(Account account, String password, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account update(Account account, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPassword(String login, String password, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Account> accounts(PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
