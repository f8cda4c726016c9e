// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.IOException;
import java.util.Locale;
import org.apache.karaf.shell.api.console.Session;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Asks for a password twice, unseen. */
final class Passwords {
    private static final Texts TEXTS = Texts.of(Passwords.class);

    private Passwords() {}

    /** @throws Problem invalid, when nothing was typed or the two differ */
    static String ask(Session session, Locale locale) {
        try {
            String once = session.readLine(TEXTS.get("password.once").in(locale), '*');
            if (once == null || once.isEmpty()) {
                throw Problem.invalid("password", TEXTS.get("password.none"));
            }
            String twice = session.readLine(TEXTS.get("password.twice").in(locale), '*');
            if (!once.equals(twice)) {
                throw Problem.invalid("password", TEXTS.get("password.differ"));
            }
            return once;
        } catch (IOException | UnsupportedOperationException e) {
            // A session without a terminal cannot ask.
            throw Problem.invalid("password", TEXTS.get("password.none"));
        }
    }
}
