// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;

/** Logins. */
@Service
public final class AccountCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.identity().accounts(new PageRequest(null, PageRequest.MAX), actor).items().stream()
                .map(Account::login)
                .toList();
    }
}
