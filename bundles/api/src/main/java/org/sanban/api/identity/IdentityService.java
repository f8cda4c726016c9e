// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** Accounts, logins, and the persons and organisations who apply (R58). */
@ProviderType
public interface IdentityService {
    /**
     * Logs in with a password.
     *
     * @throws org.sanban.api.problem.Problem unauthenticated, with the same words for an unknown login, a wrong
     *     password and an account that is switched off; too many after too many failed tries
     */
    Session login(String login, String password);

    /**
     * The actor behind a bearer token.
     *
     * @param channel the door it came through
     * @throws org.sanban.api.problem.Problem unauthenticated, when it is not ours, changed, expired, or its account was
     *     switched off
     */
    Actor authenticate(String token, String channel);

    /**
     * The actor behind a login and password sent with each request, as a SOAP UsernameToken is. The result of checking a
     * password is remembered for a short time, so that a busy system does not pay for the hash on every call.
     *
     * @throws org.sanban.api.problem.Problem as {@link #login}
     */
    Actor authenticate(String login, String password, String channel);

    /**
     * Creates an account. An administrator creates accounts of the own subtree only.
     *
     * @throws org.sanban.api.problem.Problem forbidden; conflict, when the login is taken; invalid, naming each field
     */
    Account create(Account account, String password, Actor actor);

    /** Replaces name, roles, division and activity of an account. Tokens of a switched-off account stop working. */
    Account update(Account account, Actor actor);

    /** Sets a password: one's own, or as administrator one of the own subtree. */
    void setPassword(String login, String password, Actor actor);

    /** One account of the own subtree, or the caller's own. */
    Account account(String login, Actor actor);

    /** Accounts of the own subtree by login. */
    Page<Account> accounts(PageRequest page, Actor actor);
}
