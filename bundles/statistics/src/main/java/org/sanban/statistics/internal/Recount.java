// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.api.journal.Course;
import org.sanban.api.journal.CourseService;
import org.sanban.api.statistics.Rebuild;
import org.sanban.statistics.internal.CaseFact.Standing;
import org.sanban.statistics.internal.CaseFacts.Held;

/**
 * Counts anew from the beginning of the journal into the table that is not shown. Cases up to {@link #reached} are in it;
 * what changes about them afterwards the bookkeeper adds to both tables, what changes about later ones to the shown one
 * only. Used by the bookkeeper's one thread; what was reached is lost with the process, and one that follows begins again.
 */
final class Recount {
    /** Rows in memory before they are written: about 15 MB. */
    private static final int MOST = 60_000;
    /** So many reads of the journal are counted in one transaction. */
    private static final int READS = 4;

    private final String who;
    private final CourseService courses;
    private final Ledger ledger;
    private final Instant startedAt = Instant.now();
    private final Tally tally = new Tally();
    private long reached;
    private long cases;
    private long entries;
    private long corrected;

    Recount(String who, CourseService courses, Ledger ledger) {
        this.who = who;
        this.courses = courses;
        this.ledger = ledger;
    }

    /** Another node took over, because this one was silent for too long. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Makes the place for it; false when another node counts anew. */
    boolean begin() {
        return ledger.transactions().in(connection -> {
            State state = State.take(connection);
            long now = System.currentTimeMillis();
            if (state.taken(who, now)) {
                return false;
            }
            state.building(who, now).write(connection);
            state.numbers().spare().empty(connection);
            return true;
        });
    }

    /** Takes the next cases; false when there are no more. */
    boolean step() {
        List<Course> next = next();
        if (next.isEmpty()) {
            return false;
        }
        ledger.name(next);
        Tally counted = new Tally();
        long wrong = ledger.transactions().in(connection -> {
            counted.clear();
            return correct(connection, next, counted);
        });
        tally.add(counted);
        corrected += wrong;
        cases += next.size();
        entries += next.stream().mapToLong(Course::version).sum();
        reached = next.get(next.size() - 1).id();
        if (tally.size() >= MOST) {
            write();
        }
        return true;
    }

    private List<Course> next() {
        List<Course> next = new ArrayList<>();
        long from = reached;
        for (int i = 0; i < READS; i++) {
            List<Course> some = courses.courses(from, CourseService.MAX);
            next.addAll(some);
            from = next.isEmpty() ? from : next.get(next.size() - 1).id();
        }
        return next;
    }

    /** Puts right what is kept of these cases, in the shown numbers too; returns how many it was wrong about. */
    private long correct(Connection connection, List<Course> next, Tally counted) throws SQLException {
        Numbers shown = mine(connection).numbers();
        Map<Long, Held> held =
                CaseFacts.read(connection, next.stream().map(Course::id).toList());
        List<CaseFact> fresh = new ArrayList<>();
        Map<CaseFact, Integer> changed = new HashMap<>();
        Tally difference = new Tally();
        long wrong = 0;
        for (Course course : next) {
            CaseFact fact = CaseFact.of(course);
            Held known = held.get(fact.id());
            if (known != null && !news(fact, known.fact())) {
                counted.add(known.fact(), known.counted(), 1);
                continue;
            }
            Standing before = known == null ? null : known.counted();
            wrong += known == null || known.fact().version() == fact.version() ? 1 : 0;
            difference.add(fact, before, -1);
            difference.add(fact, fact.now(), 1);
            counted.add(fact, fact.now(), 1);
            if (known == null) {
                fresh.add(fact);
            } else {
                changed.put(fact, known.fact().version());
            }
        }
        if (!fresh.isEmpty()) {
            CaseFacts.insert(connection, fresh, true);
        }
        for (Map.Entry<CaseFact, Integer> one : changed.entrySet()) {
            CaseFacts.update(connection, one.getKey(), one.getValue());
        }
        CaseFacts.counted(connection, changed.keySet());
        shown.add(connection, difference);
        return wrong;
    }

    private static boolean news(CaseFact fact, CaseFact known) {
        return known.version() < fact.version()
                || known.version() == fact.version() && !known.now().equals(fact.now());
    }

    /** Takes a change that the bookkeeper has counted in the shown numbers, where the case is one that was reached. */
    void follow(CaseFact fact, Standing before) {
        if (fact.id() <= reached) {
            tally.add(fact, before, -1);
            tally.add(fact, fact.now(), 1);
        }
    }

    /** Shows what was counted, and says in how many rows it differs from what was shown. */
    Rebuild end() {
        write();
        long differing = ledger.transactions().in(connection -> {
            Numbers shown = mine(connection).numbers();
            return shown.differing(connection, shown.spare());
        });
        ledger.transactions().in(connection -> {
            mine(connection).built().write(connection);
            return null;
        });
        return new Rebuild(Rebuild.State.DONE, startedAt, Instant.now(), cases, entries, corrected, differing, null);
    }

    private void write() {
        ledger.transactions().in(connection -> {
            mine(connection).numbers().spare().add(connection, tally);
            return null;
        });
        tally.clear();
    }

    /** Takes the state, and says that this one is still at work. */
    private State mine(Connection connection) throws SQLException {
        State state = State.take(connection);
        if (!state.builtBy(who)) {
            throw new Lost();
        }
        state.building(who, System.currentTimeMillis()).write(connection);
        return state;
    }

    Rebuild running() {
        return new Rebuild(Rebuild.State.RUNNING, startedAt, null, cases, entries, corrected, 0, null);
    }

    Rebuild failed(String fault) {
        return new Rebuild(Rebuild.State.FAILED, startedAt, Instant.now(), cases, entries, corrected, 0, fault);
    }
}
