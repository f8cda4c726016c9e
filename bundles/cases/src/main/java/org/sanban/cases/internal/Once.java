// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.Arrays;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Commands under a key are carried out once: a repeated key answers the first result, whatever has changed meanwhile. */
record Once(CaseStore store, Modes modes) {
    private static final Texts TEXTS = Texts.of(Once.class);

    /** Carries a command out, unless its key is a repeated one. */
    Receipt run(String key, Object request, Actor actor, Command command) {
        if (key == null || key.isBlank()) {
            return command.run(null, null);
        }
        String idem = actor.account() + "/" + key;
        byte[] hash = Chain.hash(Json.write(request));
        try {
            return command.run(idem, hash);
        } catch (Problem | CaseStore.DuplicateException e) {
            JournalEntity first = store.byKey(idem);
            if (first == null) {
                throw e;
            }
            CaseEntity row = store.find(first.caseId);
            if (!Arrays.equals(first.request, hash)) {
                boolean numbered = key.equals(row.number) && first.seq == 1;
                String used = numbered ? "number.used" : "key.other";
                throw Problem.conflict(TEXTS.get(used, key, first.actor, Timeline.time(first.at)));
            }
            return receipt(row, first, modes.workflow(row.mode, row.workflow), true);
        }
    }

    /** A command under its key, null for none, with the hash of what it asks. */
    interface Command {
        Receipt run(String idem, byte[] request);
    }

    /** What an entry of a case is answered with. */
    static Receipt receipt(CaseEntity row, JournalEntity entry, Workflow workflow, boolean repeated) {
        var stage = workflow.stage(entry.toStage).orElseThrow();
        return new Receipt(
                row.number,
                entry.seq,
                entry.action,
                stage.id(),
                stage.name(),
                stage.status(),
                CaseFile.instant(entry.at),
                repeated);
    }
}
