// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The room between two columns, in which ways turn, each on a track of its own. */
final class Gap {
    /** A way that comes at one height and goes on at another. */
    private static final class Turn {
        private final double from;
        private final double to;
        private boolean taken;

        Turn(double from, double to) {
            this.from = from;
            this.to = to;
        }
    }

    private final List<Turn> turns = new ArrayList<>();

    /** Asks for a track. */
    void turn(double from, double to) {
        if (from != to) {
            turns.add(new Turn(from, to));
        }
    }

    /** Fewest crossings: of those that go down the lower starts turn first, of those that go up the upper. */
    void sort() {
        Comparator<Turn> down =
                Comparator.<Turn>comparingDouble(turn -> -turn.from).thenComparingDouble(turn -> -turn.to);
        Comparator<Turn> up =
                Comparator.<Turn>comparingDouble(turn -> turn.from).thenComparingDouble(turn -> turn.to);
        List<Turn> sorted = new ArrayList<>();
        turns.stream().filter(turn -> turn.to > turn.from).sorted(down).forEach(sorted::add);
        turns.stream().filter(turn -> turn.to < turn.from).sorted(up).forEach(sorted::add);
        turns.clear();
        turns.addAll(sorted);
    }

    /** The number of the track of such a turn, each only once. */
    int take(double from, double to) {
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (!turn.taken && turn.from == from && turn.to == to) {
                turn.taken = true;
                return i;
            }
        }
        throw new IllegalStateException("no such turn");
    }

    int size() {
        return turns.size();
    }
}
