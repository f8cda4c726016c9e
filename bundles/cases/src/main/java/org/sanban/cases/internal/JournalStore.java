// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;

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

    /** Writes how far a listener has come. */
    void save(PositionEntity position);

    /** What is parked for a listener, by position. */
    List<ParkedEntity> parked(String listener, int limit);

    /** Whether anything of a case is parked for a listener. */
    boolean isParked(String listener, long caseId);

    /** Parks an entry. */
    void park(ParkedEntity parked);

    /** Takes an entry out. */
    void unpark(String listener, long entry);
}
