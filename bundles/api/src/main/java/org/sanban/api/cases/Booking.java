// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;

/**
 * A person or a vehicle, wanted from a moment to another. What is booked for one case cannot be booked for another that
 * overlaps; the way there counts with it.
 *
 * @param resource {@code person:} and a login, or {@code vehicle:} and the registry's code
 * @param from when it is wanted at the place
 * @param to when it is free again, at most 12 hours later
 * @param travelMinutes the way to the place, 0 to 480: it is taken from so long before {@code from} on
 * @param place where it is wanted, may be {@code null}
 */
public record Booking(String resource, Instant from, Instant to, int travelMinutes, String place) {}
