// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.time.LocalDate;
import org.sanban.api.problem.Text;

/**
 * How far a town has taken over a matter of its list (承接, R137): departments hand down so that it can be put there
 * (放得下), the town carries it so that it holds (接得住).
 *
 * @param division code of the town
 * @param matter code of the matter
 * @param name the matter's name
 * @param department the department that hands it down
 * @param state how far
 * @param since since when, {@code null} while nothing was written down
 * @param note what shows it, at most 500 characters; may be {@code null}
 * @param by name of who wrote that down, {@code null} while nothing was
 * @param guidance how the department guides the town (部门指导), at most 2,000 characters; may be {@code null}
 * @param guidedBy name of who wrote that, may be {@code null}
 * @param version 0 while nothing was written down; a change names the one it saw
 */
public record TakeOver(
        String division,
        String matter,
        String name,
        String department,
        State state,
        LocalDate since,
        String note,
        String by,
        String guidance,
        String guidedBy,
        int version) {
    /** How far. */
    public enum State {
        /** Nothing was done yet. */
        NOT_STARTED("未启动", "not started"),
        /** The department trains the town's staff. */
        TRAINING("培训中", "training"),
        /** The town can carry it (接得住). */
        READY("接得住", "ready"),
        /** The town handles it. */
        TAKEN_OVER("已承接", "taken over"),
        /** The town could not carry it: it went back to the department. */
        RETURNED("已退回", "returned");

        private final Text label;

        State(String zh, String en) {
            this.label = new Text(zh, en);
        }

        /** The name people read. */
        public Text label() {
            return label;
        }

        /** Whether the town is not there yet. */
        public boolean behind() {
            return this != READY && this != TAKEN_OVER;
        }
    }

    /**
     * How far it is now.
     *
     * @param state how far
     * @param since since when
     * @param note what shows it; needed for all but the first two states
     * @param version the version that was seen
     */
    public record Move(State state, LocalDate since, String note, int version) {}
}
