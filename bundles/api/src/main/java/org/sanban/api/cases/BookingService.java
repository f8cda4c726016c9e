// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** The calendars of people and vehicles. They are booked by steps of cases with the effect {@link Step.Effect#BOOKS}. */
@ProviderType
public interface BookingService {
    /**
     * What is booked between two moments, earliest first, of cases the actor sees; times of other cases are shown
     * without number and place, so that nobody is booked twice.
     *
     * @param resource {@code person:} and a login, {@code vehicle:} and a code; {@code null} for all of {@code division}
     * @param division 12-digit code, its subtree; {@code null} for the actor's own
     */
    Page<BookedTime> booked(String resource, String division, Instant from, Instant to, PageRequest page, Actor actor);
}
