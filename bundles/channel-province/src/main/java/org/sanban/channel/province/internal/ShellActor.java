// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;

/** Whoever sits at the shell administers the whole county. */
final class ShellActor {
    private ShellActor() {}

    static Actor of(Session session, RegistryService registry) {
        String county =
                registry.divisions(null, PageRequest.first()).items().get(0).code();
        return Actor.shell(session == null ? null : session.get("USER"), county);
    }

    /** What a command gives; a problem in one red line. */
    static <T> T told(Supplier<T> work) throws CommandException {
        try {
            return work.get();
        } catch (Problem problem) {
            String line = problem.detail().zh();
            throw new CommandException(SimpleAnsi.COLOR_RED + line + SimpleAnsi.COLOR_DEFAULT, line);
        }
    }
}
