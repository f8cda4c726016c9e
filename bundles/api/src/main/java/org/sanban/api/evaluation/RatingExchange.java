// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.evaluation;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/**
 * Ratings for other systems (R70): which there are, in the order they were given, and each in the form of the national
 * system's interface. For administrators and systems.
 */
@ProviderType
public interface RatingExchange {
    /** How words become codes. The two official codings count in opposite directions. */
    enum Form {
        /** The national system's interface: 5 = 非常满意, 承诺件 = 1. */
        INTERFACE,
        /** GB/T 39046-2020: 1 = 非常满意, 即办件 = 1. */
        GBT39046
    }

    /**
     * That a rating was given.
     *
     * @param key the page key to go on from behind it
     * @param number the case's number
     * @param nth 1 for the first, 2 for that after a rectification
     * @param division 12-digit code of the case's division
     */
    record Given(String key, String number, int nth, String division, Instant at) {}

    /** Ratings that count, oldest first, of the divisions the actor sees. */
    Page<Given> given(PageRequest page, Actor actor);

    /**
     * A rating. Of several of one case and turn, as after a visit and at its end, the one given first: the interface has one
     * for each case and turn.
     *
     * @throws org.sanban.api.problem.Problem not found, also when it was found malicious and does not count
     */
    ExchangedRating rating(String number, int nth, Form form, Actor actor);
}
