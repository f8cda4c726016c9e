// SPDX-License-Identifier: Apache-2.0
package org.sanban.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

/** What a database says is told apart: what passes, what was there, and what nobody expected. */
class StatesTest {
    @Test
    void theReasonOfABatchIsItsNextException() {
        SQLException batch = new SQLException("batch", (String) null);
        batch.setNextException(new SQLException("duplicate", "23505"));
        assertTrue(States.duplicate(States.of(new IllegalStateException(batch))));
        assertEquals("", States.of(new IllegalStateException("no database at all")));
    }

    /** More at once than there are connections, for longer than they are waited for: come again, no incident. */
    @Test
    void aPoolThatIsEmptyRefuses() {
        SQLException empty = new SQLTransientConnectionException("not available, request timed out after 10000ms");
        assertTrue(States.refusing(States.of(new IllegalStateException(empty))));
        assertFalse(States.refusing(States.of(new SQLException("syntax", "42X01"))));
    }

    @Test
    void whyThereIsNoConnectionCounts() {
        SQLException why = new SQLException("shut down", "XJ015");
        assertEquals("XJ015", States.of(new SQLTransientConnectionException("timed out", null, why)));
    }
}
