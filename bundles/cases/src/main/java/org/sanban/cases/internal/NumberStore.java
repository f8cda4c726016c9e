// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import org.sanban.api.cases.ReservedNumber.State;

/** Where numbers that were set apart lie. Every method is one local transaction. */
interface NumberStore {
    /** Sets numbers apart. */
    void add(List<NumberEntity> numbers);

    /** The number with this serial, or null. */
    NumberEntity find(long id);

    /** How many of an account's numbers that were set apart after {@code since} are open. */
    long open(String account, long since);

    /** Numbers of a subtree with a lower serial than {@code before}, the highest first. */
    List<NumberEntity> list(State state, String division, long before, int limit);

    /**
     * Gives an open number up.
     *
     * @return whether it was open
     */
    boolean giveUp(long id, String reason, long at);
}
