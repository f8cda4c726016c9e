// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something to be done with a case.
 *
 * @param name the step's action: {@code accept}
 * @param version version of the case that the actor saw; a stale one is a conflict
 * @param answers answers to the step's form
 * @param materials materials handed in with it
 * @param taken originals that stay with the office
 * @param returned originals given back
 * @param moved where originals are now
 * @param assignee login of the colleague it is handed to, where the step hands it on
 * @param bookings people and vehicles to be booked
 * @param parts parts to be opened
 * @param part id of the part that the step ends, {@code null} when it ends none
 * @param note a remark for the staff, may be {@code null}; at most 500 characters
 * @param key idempotency key, as in {@link Draft#key()}
 */
public record Action(
        String name,
        int version,
        Map<String, Object> answers,
        List<Handed> materials,
        List<Original> taken,
        List<Returned> returned,
        List<Moved> moved,
        String assignee,
        List<Booking> bookings,
        List<Part.Opening> parts,
        Integer part,
        String note,
        String key) {
    public Action {
        answers = given(answers);
        materials = copy(materials);
        taken = copy(taken);
        returned = copy(returned);
        moved = copy(moved);
        bookings = copy(bookings);
        parts = copy(parts);
    }

    /** A list as it is kept: what was sent as null is not there. */
    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** Answers as they are kept: one that was sent as null was not given. */
    static Map<String, Object> given(Map<String, Object> answers) {
        Map<String, Object> given = new HashMap<>(answers == null ? Map.of() : answers);
        given.values().removeIf(Objects::isNull);
        return Map.copyOf(given);
    }

    /** An action that needs nothing. */
    public static Action of(String name, int version) {
        return new Action(name, version, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** An action that needs no more than answers. */
    public static Action of(String name, int version, Map<String, Object> answers) {
        return new Action(name, version, answers, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same with materials handed in. */
    public Action handing(Handed... handed) {
        return new Action(
                name,
                version,
                answers,
                List.of(handed),
                taken,
                returned,
                moved,
                assignee,
                bookings,
                parts,
                part,
                note,
                key);
    }

    /** The same with originals taken. */
    public Action taking(Original... originals) {
        return new Action(
                name,
                version,
                answers,
                materials,
                List.of(originals),
                returned,
                moved,
                assignee,
                bookings,
                parts,
                part,
                note,
                key);
    }

    /** The same with originals given back. */
    public Action returning(Returned... back) {
        return new Action(
                name,
                version,
                answers,
                materials,
                taken,
                List.of(back),
                moved,
                assignee,
                bookings,
                parts,
                part,
                note,
                key);
    }

    /** The same with originals sent somewhere. */
    public Action moving(Moved... originals) {
        return new Action(
                name,
                version,
                answers,
                materials,
                taken,
                returned,
                List.of(originals),
                assignee,
                bookings,
                parts,
                part,
                note,
                key);
    }

    /** The same, handing the case to a colleague. */
    public Action to(String colleague) {
        return new Action(
                name, version, answers, materials, taken, returned, moved, colleague, bookings, parts, part, note, key);
    }

    /** The same with people and vehicles booked. */
    public Action booking(Booking... times) {
        return new Action(
                name,
                version,
                answers,
                materials,
                taken,
                returned,
                moved,
                assignee,
                List.of(times),
                parts,
                part,
                note,
                key);
    }

    /** The same with parts opened. */
    public Action opening(Part.Opening... openings) {
        return new Action(
                name,
                version,
                answers,
                materials,
                taken,
                returned,
                moved,
                assignee,
                bookings,
                List.of(openings),
                part,
                note,
                key);
    }

    /** The same, ending a part. */
    public Action ending(int id) {
        return new Action(
                name, version, answers, materials, taken, returned, moved, assignee, bookings, parts, id, note, key);
    }

    /** The same with a remark. */
    public Action noting(String remark) {
        return new Action(
                name, version, answers, materials, taken, returned, moved, assignee, bookings, parts, part, remark,
                key);
    }

    /** The same under an idempotency key. */
    public Action keyed(String idempotency) {
        return new Action(
                name,
                version,
                answers,
                materials,
                taken,
                returned,
                moved,
                assignee,
                bookings,
                parts,
                part,
                note,
                idempotency);
    }
}
