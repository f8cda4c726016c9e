// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Sets the password of an account. */
@Service
@Command(scope = "sanban", name = "account-password", description = "重设密码 / Sets an account's password")
public final class AccountPasswordCommand extends SanbanCommand {
    @Argument(name = "login", required = true, description = "登录名 / Login")
    @Completion(AccountCompleter.class)
    String login;

    @Option(name = "--password", description = "密码；不给则隐藏输入 / Password; asked for unseen when left out", censor = true)
    String password;

    @Override
    void run(PrintStream out) {
        String secret = password == null ? Passwords.ask(session, console.locale()) : password;
        console.identity().setPassword(login, secret, actor());
        out.println(say("account.password", login));
    }
}
