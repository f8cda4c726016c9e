// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.registry.Division;
import org.sanban.ledger.internal.LeaderSessions.State;

class LeaderSessionsTest {
    private static final Division TOWN = new Division(Samples.TOWN, "示例镇", Division.Level.TOWN, Samples.COUNTY);

    /** It is still the 30th in UTC, and the 1st of December in the county. */
    private final LeaderSessions sessions =
            new LeaderSessions(null, null, null, Clock.fixed(Instant.parse("2026-11-30T16:30:00Z"), Moments.ZONE));

    @Test
    void aMonthWithoutASessionIsMissedOnceItIsOverByTheCountysClock() {
        LeaderSessions.Month november = sessions.month(TOWN, YearMonth.of(2026, 11), List.of());
        assertEquals(State.MISSED, november.state());
        assertTrue(november.facts().get(0).text().zh().contains("2026-11"));
        LeaderSessions.Month december = sessions.month(TOWN, YearMonth.of(2026, 12), List.of());
        assertEquals(State.DUE, december.state());
        assertTrue(december.advice().zh().contains("2026-12-31"), december.toString());
    }

    @Test
    void onlyTheSessionOfThePrincipalHeadCounts() {
        LeaderSessions.Month deputy = sessions.month(TOWN, YearMonth.of(2026, 11), List.of(session(false, 4)));
        assertEquals(State.MISSED, deputy.state());
        assertEquals(4, deputy.received(), "but people were received");
        LeaderSessions.Month held =
                sessions.month(TOWN, YearMonth.of(2026, 11), List.of(session(false, 4), session(true, 3)));
        assertEquals(State.HELD, held.state());
        assertEquals(7, held.received());
        assertNull(held.advice());
    }

    private static LeaderSession session(boolean principal, int received) {
        return new LeaderSession(
                1,
                1,
                Samples.TOWN,
                LocalDate.of(2026, 11, 20),
                "某",
                "职务",
                principal,
                received,
                null,
                List.of(),
                List.of(),
                false,
                "t",
                Instant.EPOCH);
    }
}
