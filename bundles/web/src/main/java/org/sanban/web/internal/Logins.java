// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.time.Duration;
import java.util.function.Function;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Who a caller is, asked of a service that may be replaced while requests run: it goes once those who ask it have their
 * answer, and who comes meanwhile waits for the next, as at a {@link Doors door}.
 */
final class Logins {
    private static final Texts TEXTS = Texts.of(Logins.class);
    private static final String DOOR = "/logins";
    /** Longer than the hashing of a password, with others before it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Doors doors = new Doors();
    private volatile IdentityService service;

    void open(IdentityService identity) {
        if (service != null) {
            // The next comes before the one that it takes the place of goes.
            doors.close(DOOR, PATIENCE);
        }
        service = identity;
        doors.open(DOOR, identity);
    }

    void close(IdentityService identity) {
        if (service == identity) {
            doors.close(DOOR, PATIENCE);
            service = null;
        }
    }

    /**
     * Asks who it is.
     *
     * @throws Problem unavailable, while there is no service; else what {@code question} throws
     */
    Actor ask(Function<IdentityService, Actor> question) {
        if (doors.enter(DOOR) != Doors.State.OPEN) {
            throw Problem.unavailable(TEXTS.get("identity.absent"));
        }
        try {
            return question.apply(service);
        } finally {
            doors.leave(DOOR);
        }
    }
}
