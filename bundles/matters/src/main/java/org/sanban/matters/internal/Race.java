// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.persistence.OptimisticLockException;

/** Tells a lost race from a defect. */
public final class Race {
    private Race() {}

    /** Whether another transaction was faster: a row changed meanwhile, a key is taken, a deadlock. */
    public static boolean lost(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(e -> e instanceof OptimisticLockException
                        || e instanceof SQLException sql
                                && sql.getSQLState() != null
                                && sql.getSQLState().matches("23.*|40.*"));
    }
}
