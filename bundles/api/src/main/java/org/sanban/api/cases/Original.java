// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;

/**
 * An original taken from a citizen into custody (原件保管); signed back before the case is filed.
 *
 * @param id key within the case, 1 and up; 0 when handed in to be taken
 * @param name what it is: 户口簿 with its number
 * @param photo SM3 hash (64 hex digits) of a photo of it, may be {@code null}
 * @param takenAt when, set by the service
 * @param takenBy account, set by the service
 * @param where where it is while it is out, {@code null} at the site: {@code post:1234567890123}; what is taken by a step
 *     that may move originals may be on its way at once
 * @param returnedAt when it was given back, {@code null} while it is out
 * @param returnedBy account that gave it back
 * @param receivedBy name of who signed for it
 */
public record Original(
        int id,
        String name,
        String photo,
        Instant takenAt,
        String takenBy,
        String where,
        Instant returnedAt,
        String returnedBy,
        String receivedBy) {
    /** An original to take. */
    public static Original take(String name, String photo) {
        return new Original(0, name, photo, null, null, null, null, null, null);
    }

    /** The same, on its way or somewhere else. */
    public Original at(String place) {
        return new Original(id, name, photo, takenAt, takenBy, place, returnedAt, returnedBy, receivedBy);
    }

    /** Whether it is still with the office. */
    public boolean out() {
        return returnedAt == null;
    }
}
