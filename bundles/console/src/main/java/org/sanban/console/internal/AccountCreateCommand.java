// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.identity.Account;
import org.sanban.api.problem.Problem;

/** Creates an account, so that IT can always let somebody in. */
@Service
@Command(scope = "sanban", name = "account-create", description = "新建账号 / Creates an account")
public final class AccountCreateCommand extends SanbanCommand {
    @Argument(index = 0, name = "login", required = true, description = "登录名 / Login")
    String login;

    @Argument(index = 1, name = "name", required = true, description = "姓名 / Name")
    String name;

    @Option(name = "--role", required = true, multiValued = true, description = "角色，可多次 / Role, may be repeated")
    @Completion(
            value = StringsCompleter.class,
            values = {"admin", "clerk", "officer", "agent", "supervisor", "system"})
    List<String> roles;

    @Option(name = "--division", description = "区划代码（12 位），默认本县 / Division it sees, by default all of the shell's")
    String division;

    @Option(name = "--password", description = "密码；不给则隐藏输入 / Password; asked for unseen when left out", censor = true)
    String password;

    @Override
    void run(PrintStream out) {
        if (roles == null || roles.isEmpty()) {
            throw Problem.invalid("--role", TEXTS.get("role.none"));
        }
        String secret = password == null ? Passwords.ask(session, console.locale()) : password;
        Account account =
                new Account(login, name, Set.copyOf(roles), division == null ? console.division() : division, true);
        Account created = console.identity().create(account, secret, actor());
        out.println(say("account.created", created.login(), String.join(" ", created.roles()), created.division()));
    }
}
