// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.CaseQuery;

/** Where cases and their journal lie. Every method is one local transaction. */
interface CaseStore {
    /** The next serial, from this node's block. */
    long nextId();

    /**
     * Writes a new case and its first entry, and what goes with it.
     *
     * @throws DuplicateException when the idempotency key is taken
     */
    void insert(CaseEntity row, JournalEntity entry, Beside beside);

    /**
     * Writes the changed columns of a case and one more entry, and what goes with it.
     *
     * @param seen the version the change is based on
     * @return whether the case still had that version; nothing is written when not
     * @throws DuplicateException when the idempotency key is taken
     * @throws org.sanban.api.problem.Problem invalid, when a file cannot be bound; conflict, when a time is taken
     */
    boolean update(CaseEntity row, int seen, JournalEntity entry, Beside beside);

    /** The case with this serial, or null. */
    CaseEntity find(long id);

    /** The cases with these serials, at most a few hundred, by serial. */
    Map<Long, CaseEntity> find(Set<Long> ids);

    /** The version of the case with this serial, 0 where there is none. */
    int version(long id);

    /** The entry an idempotency key led to, or null. */
    JournalEntity byKey(String idem);

    /**
     * Cases newest first, or by due date where {@code query} asks for the light of a running clock.
     *
     * @param scope in the subtree of this division, null for all
     * @param after key of the last row of the page before, or null
     * @param today what lights are told by
     */
    List<CaseEntity> list(CaseQuery query, String scope, CaseKey after, int limit, Today today);

    /** Cases by serial. */
    List<CaseEntity> byId(long after, int limit);

    /** Running cases by due date and serial, from those given on. */
    List<CaseEntity> running(CaseKey after, int limit);

    /** Cases whose alarm is at {@code now} or before, by alarm and serial, from those given on. */
    List<CaseEntity> alarmed(long now, CaseKey after, int limit);

    /** Sets when a case that still has its version is due; the journal is not touched, since nothing happened. */
    void due(CaseEntity row);

    /** Entries of a case with a higher {@code seq}, oldest first. */
    List<JournalEntity> entries(long caseId, int after, int limit);

    /** Whether a case runs, or ran, under this workflow. */
    boolean used(String mode, int workflow);

    /** All workflows ever installed. */
    List<WorkflowEntity> workflows();

    /** Writes a workflow, replacing one of the same mode and version. */
    void save(WorkflowEntity workflow);

    /** Row key of a list. */
    record CaseKey(long order, long id) {}

    /** An idempotency key was used before. */
    final class DuplicateException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DuplicateException(Throwable cause) {
            super("idempotency key used before", cause);
        }
    }
}
