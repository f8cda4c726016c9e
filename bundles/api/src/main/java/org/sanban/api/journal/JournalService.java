// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** Reads the journal, verifies it, and tells how its delivery stands. */
@ProviderType
public interface JournalService {
    /** The entries of a case, oldest first. */
    Page<JournalEntry> entries(String number, PageRequest page, Actor actor);

    /**
     * Recomputes hash chains of cases by number, page by page, and checks that each entry's place, hash and the case's
     * own head agree. For administrators and supervisors.
     *
     * @param page {@code after} is the case number to go on from
     */
    Page<Verdict> verify(PageRequest page, Actor actor);

    /** How delivery stands, one line for each listener that was ever registered. */
    List<Delivery> deliveries(Actor actor);

    /** Hands the parked entries of a listener to it again. Returns how many were put back. */
    int resend(String listener, Actor actor);

    /**
     * Has a listener told again of everything from a moment on, in the order of before; or, for one that never was, of
     * nothing older. What is parked for it is given up, since it comes again. For administrators.
     *
     * @param from the moment; one to come stands for now
     */
    void rewind(String listener, Instant from, Actor actor);

    /**
     * Forgets a listener that will not come again: its position and what is parked for it. For administrators.
     *
     * @throws org.sanban.api.problem.Problem not found; conflict, while it is registered
     */
    void forget(String listener, Actor actor);

    /**
     * Whether a case's chain is whole.
     *
     * @param number the case's number
     * @param entries how many entries it has
     * @param fault what does not agree, {@code null} when all does
     */
    record Verdict(String number, int entries, String fault) {}

    /**
     * How delivery to a listener stands.
     *
     * @param listener its {@code listener.id}
     * @param present whether it is registered now
     * @param waiting whether entries wait for it
     * @param parked how many entries were parked
     * @param lastError what it threw last, {@code null} when nothing
     * @param since when the oldest entry that waits for it was written, {@code null} when none waits
     */
    record Delivery(String listener, boolean present, boolean waiting, int parked, String lastError, Instant since) {}
}
