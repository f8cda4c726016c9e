// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sanban.api.problem.Texts;
import org.sanban.channel.province.internal.Archive.Sent;
import org.sanban.channel.province.internal.Books.Difference;
import org.sanban.channel.province.internal.Way.Held;

/** Compares a day on both sides, page by page and key by key: however much it is, little of it is in memory. */
final class Comparison {
    private static final Texts TEXTS = Texts.of(Comparison.class);
    private static final int PAGE = 500;
    private static final int LONGEST_GUID = 50;

    private final LocalDate day;
    private final Archive archive;
    private final Way way;
    private final Books books;
    private final BooleanSupplier stopped;
    private final Deque<Sent> ours = new ArrayDeque<>();
    private final Deque<Held> theirs = new ArrayDeque<>();
    private final List<Difference> found = new ArrayList<>();
    private String ourLast = "";
    private String theirLast = "";
    private boolean ourEnd;
    private boolean theirEnd;
    private int here;
    private int there;
    private int unsent;
    private final int[] differences = new int[Difference.Kind.values().length];

    Comparison(LocalDate day, Archive archive, Way way, Books books, BooleanSupplier stopped) {
        this.day = day;
        this.archive = archive;
        this.way = way;
        this.books = books;
        this.stopped = stopped;
    }

    /** @throws NotSent when the other side cannot be asked to the end */
    Books.Tally run() throws NotSent {
        books.begin(day);
        while (true) {
            fill();
            Sent our = ours.peek();
            Held their = theirs.peek();
            if (our == null && their == null) {
                break;
            }
            int order = our == null ? 1 : their == null ? -1 : our.guid().compareTo(their.guid());
            compare(order <= 0 ? ours.poll() : null, order >= 0 ? theirs.poll() : null);
        }
        books.add(day, found);
        return tally();
    }

    /** What was counted so far. */
    Books.Tally tally() {
        return new Books.Tally(
                here,
                there,
                unsent,
                differences[Difference.Kind.MISSING_THERE.ordinal()],
                differences[Difference.Kind.MISSING_HERE.ordinal()],
                differences[Difference.Kind.DIFFERING.ordinal()]);
    }

    private void fill() throws NotSent {
        if (ours.isEmpty() && !ourEnd) {
            ours.addAll(archive.day(day, ourLast, PAGE));
            ourEnd = ours.isEmpty();
            ourLast = ourEnd ? ourLast : ours.peekLast().guid();
        }
        if (theirs.isEmpty() && !theirEnd) {
            if (stopped.getAsBoolean()) {
                throw NotSent.down(TEXTS.get("sent.stopped"), null);
            }
            for (Held one : way.held(day, theirLast)) {
                if (one.guid().compareTo(theirLast) <= 0 || one.guid().length() > LONGEST_GUID) {
                    throw NotSent.down(TEXTS.get("compare.order"), null);
                }
                theirLast = one.guid();
                theirs.add(one);
            }
            theirEnd = theirs.isEmpty();
        }
    }

    private void compare(Sent our, Held their) {
        boolean sent = our != null && our.state() == State.SENT;
        here += sent ? 1 : 0;
        there += their == null ? 0 : 1;
        unsent += our == null || sent ? 0 : 1;
        if (our == null) {
            differ(new Difference(their.guid(), Difference.Kind.MISSING_HERE, null));
        } else if (their == null && sent) {
            differ(new Difference(our.guid(), Difference.Kind.MISSING_THERE, our.number()));
        } else if (sent && their.digest() != null && !their.digest().equals(our.digest())) {
            differ(new Difference(our.guid(), Difference.Kind.DIFFERING, our.number()));
        }
    }

    private void differ(Difference difference) {
        differences[difference.kind().ordinal()]++;
        found.add(difference);
        if (found.size() == PAGE) {
            books.add(day, found);
            found.clear();
        }
    }
}
