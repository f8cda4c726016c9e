// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;

/** Offers words that the platform knows; none where it cannot tell now. */
abstract class WordCompleter implements Completer {
    @Reference
    Console console;

    /**
     * The words there are.
     *
     * @param typed what stands before the cursor
     */
    abstract Collection<String> words(String typed, Actor actor);

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        String argument = line.getCursorArgument();
        String typed = argument == null ? "" : argument.substring(0, line.getArgumentPosition());
        try {
            return new StringsCompleter(words(typed, console.actor(session.get("USER"))))
                    .complete(session, line, candidates);
        } catch (Problem absent) {
            return -1;
        }
    }
}
