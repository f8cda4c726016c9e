// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Moved;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Returned;
import org.sanban.api.problem.Texts;

/**
 * The originals of a case: taken, sent somewhere, given back.
 *
 * @param before those ever taken
 * @param action what is done with them
 * @param account who does it
 */
record Custody(List<Original> before, Action action, String account) {
    private static final Texts TEXTS = Texts.of(Custody.class);
    private static final int WHERE = 80;

    void check(Forms forms) {
        forms.taken(action.taken());
        for (int i = 0; i < action.taken().size(); i++) {
            forms.text("taken[" + i + "].where", action.taken().get(i).where(), false, WHERE);
        }
        for (int i = 0; i < action.returned().size(); i++) {
            Returned back = action.returned().get(i);
            String field = "returned[" + i + "]";
            forms.text(field + ".receivedBy", back.receivedBy(), true, 60);
            if (!out(back.id())) {
                forms.fault(field + ".id", TEXTS.get("custody.unknown", back.id()));
            }
        }
        for (int i = 0; i < action.moved().size(); i++) {
            Moved moved = action.moved().get(i);
            String field = "moved[" + i + "]";
            forms.text(field + ".where", moved.where(), false, WHERE);
            boolean back = action.returned().stream().anyMatch(r -> r.id() == moved.id());
            if (back || !out(moved.id())) {
                forms.fault(field + ".id", TEXTS.get("custody.unknown", moved.id()));
            }
        }
    }

    private boolean out(int id) {
        return before.stream().anyMatch(o -> o.id() == id && o.out());
    }

    /** The originals after it. */
    List<Original> after(Instant at) {
        List<Original> all = new ArrayList<>(before);
        action.moved().forEach(moved -> all.replaceAll(o -> o.id() == moved.id() ? moved(o, moved.where()) : o));
        action.returned().forEach(back -> all.replaceAll(o -> o.id() == back.id() ? returned(o, back, at) : o));
        return take(all, action.taken(), at, account);
    }

    /** Originals with those taken now, numbered on. */
    static List<Original> take(List<Original> before, List<Original> taken, Instant at, String account) {
        List<Original> all = new ArrayList<>(before);
        for (Original one : taken) {
            all.add(taken(all.size() + 1, one, at, account));
        }
        return all;
    }

    private static Original taken(int id, Original o, Instant at, String account) {
        return new Original(id, o.name().strip(), o.photo(), at, account, place(o.where()), null, null, null);
    }

    /** What is still out, with where it is. */
    static String names(List<Original> out) {
        return out.stream()
                .map(o -> o.id() + " " + o.name() + (o.where() == null ? "" : "（" + o.where() + "）"))
                .collect(Collectors.joining("、"));
    }

    private static Original moved(Original o, String where) {
        return new Original(o.id(), o.name(), o.photo(), o.takenAt(), o.takenBy(), place(where), null, null, null);
    }

    private static String place(String where) {
        return where == null || where.isBlank() ? null : where.strip();
    }

    private Original returned(Original o, Returned back, Instant at) {
        return new Original(
                o.id(), o.name(), o.photo(), o.takenAt(), o.takenBy(), null, at, account, back.receivedBy());
    }
}
