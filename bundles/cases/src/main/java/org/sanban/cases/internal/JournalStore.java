// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Map;

/** What delivery needs of the store. */
interface JournalStore {
    /** This node's lane. */
    Lane lane();

    /** Entries of a lane after one position up to another, in order. */
    List<JournalEntity> journal(int lane, long after, long to, int limit);

    /** The entry at a position, or null. */
    JournalEntity entry(long id);

    /** How far every listener has come in every lane. */
    List<PositionEntity> positions();

    /** Lanes of every node that ever was. */
    List<Integer> lanes();

    /** How far a listener has come in a lane. */
    PositionEntity position(String listener, int lane);

    /**
     * Writes how far a listener has come in a lane.
     *
     * @param from where it was
     * @return false when it is elsewhere by now: it was rewound, be it to where it was, or another node has delivered for
     *     this one
     */
    boolean advance(PositionEntity from, long to);

    /** Puts a listener at a position in each lane, and takes out what is parked for it there and after. */
    void rewind(String listener, Map<Integer, Long> positions);

    /** Takes out everything there is of a listener. */
    void forget(String listener);

    /** What is parked for a listener, by position. */
    List<ParkedEntity> parked(String listener, int limit);

    /** How many entries are parked for a listener. */
    int countParked(String listener);

    /** Whether anything of a case is parked for a listener. */
    boolean isParked(String listener, long caseId);

    /** Parks an entry. */
    void park(ParkedEntity parked);

    /** Takes an entry out. */
    void unpark(String listener, long entry);
}
