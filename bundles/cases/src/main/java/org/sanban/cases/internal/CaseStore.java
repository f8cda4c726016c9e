// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.sanban.api.cases.CaseQuery;

/** Where cases and their journal lie. Every method is one local transaction. */
interface CaseStore {
    /** The next serial, from this node's block. */
    long nextId();

    /**
     * Writes a new case and its first entry, and binds the attachments it names.
     *
     * @throws DuplicateException when the idempotency key is taken
     */
    void insert(CaseEntity row, JournalEntity entry, Collection<String> attachments);

    /**
     * Writes the changed columns of a case and one more entry, and binds the attachments it names.
     *
     * @param seen the version the change is based on
     * @return whether the case still had that version; nothing is written when not
     * @throws DuplicateException when the idempotency key is taken
     */
    boolean update(CaseEntity row, int seen, JournalEntity entry, Collection<String> attachments);

    /** The case with this serial, or null. */
    CaseEntity find(long id);

    /** The version of the case with this serial, 0 where there is none. */
    int version(long id);

    /** The entry an idempotency key led to, or null. */
    JournalEntity byKey(String idem);

    /**
     * Cases in the subtree of {@code scope}, newest first, or by due date where {@code query} asks for a light.
     *
     * @param after key of the last row of the page before, or null
     * @param today the day lights are told for
     * @param near last day that counts as near
     */
    List<CaseEntity> list(CaseQuery query, String scope, CaseKey after, int limit, LocalDate today, LocalDate near);

    /** Cases by serial. */
    List<CaseEntity> byId(long after, int limit);

    /** Running cases by due date and serial, from those given on. */
    List<CaseEntity> running(CaseKey after, int limit);

    /** Sets the due date of a case that still has this version; the journal is not touched, since nothing happened. */
    void due(long id, int version, LocalDate dueOn);

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
