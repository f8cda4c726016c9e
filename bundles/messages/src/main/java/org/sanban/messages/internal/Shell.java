// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;

/** What the bundle's commands share: who sits there, and a problem as one line. */
final class Shell {
    private Shell() {}

    /** Whoever sits at the shell administers the whole county. */
    static Actor actor(Session session, RegistryService registry) {
        String county =
                registry.divisions(null, PageRequest.first()).items().get(0).code();
        return Actor.shell(session == null ? null : session.get("USER"), county);
    }

    static CommandException line(Problem problem) {
        String line = problem.detail().zh();
        return new CommandException(SimpleAnsi.COLOR_RED + line + SimpleAnsi.COLOR_DEFAULT, line);
    }

    static Object blank(Object value) {
        return value == null ? "" : value;
    }
}
