// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sanban.api.ledger.Gap;

/**
 * Who mans a post through the hours of a day. A substitute stands in for every post that names them: small halls have two
 * people who stand in for each other.
 *
 * @param post the post
 * @param leaves leaves of the site that touch the day
 */
record Watch(Post post, List<Leave> leaves) {
    /** Part of the opening hours in which something is wrong. */
    record Stretch(Gap.Kind kind, Instant from, Instant until) {}

    /** What is wrong in these hours of a day, in order. */
    List<Stretch> wrong(LocalDate day, List<Span> hours) {
        List<Stretch> wrong = new ArrayList<>();
        for (Span span : hours) {
            Instant open = Moments.at(day, span.from());
            Instant closed = Moments.at(day, span.until());
            TreeSet<Instant> turns = turns(open, closed);
            Instant from = open;
            while (from.isBefore(closed)) {
                Instant until = turns.higher(from);
                add(wrong, at(from), from, until);
                from = until;
            }
        }
        return wrong;
    }

    /** The leave that keeps somebody away at a moment. */
    Optional<Leave> away(Long staff, Instant moment) {
        return leaves.stream()
                .filter(leave -> staff != null && leave.staff() == staff && leave.covers(moment))
                .findFirst();
    }

    /** What is wrong at a moment, {@code null} when nothing is. */
    private Gap.Kind at(Instant moment) {
        boolean holder = there(post.holder(), moment);
        boolean substitute = there(post.substitute(), moment);
        if (holder) {
            return substitute ? null : Gap.Kind.ALONE;
        }
        return substitute ? null : Gap.Kind.EMPTY;
    }

    private boolean there(Long staff, Instant moment) {
        return staff != null && away(staff, moment).isEmpty();
    }

    /** When somebody of the post goes or comes back, and the end. */
    private TreeSet<Instant> turns(Instant open, Instant closed) {
        TreeSet<Instant> turns = new TreeSet<>(List.of(closed));
        leaves.stream()
                .flatMap(leave -> Stream.of(leave.from(), leave.until()))
                .filter(turn -> turn.isAfter(open) && turn.isBefore(closed))
                .forEach(turns::add);
        return turns;
    }

    private static void add(List<Stretch> wrong, Gap.Kind kind, Instant from, Instant until) {
        if (kind == null) {
            return;
        }
        Stretch last = wrong.isEmpty() ? null : wrong.get(wrong.size() - 1);
        if (last != null && last.kind() == kind && last.until().equals(from)) {
            wrong.set(wrong.size() - 1, new Stretch(kind, last.from(), until));
        } else {
            wrong.add(new Stretch(kind, from, until));
        }
    }
}
