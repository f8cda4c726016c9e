// SPDX-License-Identifier: Apache-2.0
package org.example.evening;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Draft;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.SampleCase;
import org.sanban.api.test.Samples;

class EveningModeTest {
    private final EveningMode mode =
            new EveningMode(InstantSource.fixed(Instant.parse("2026-11-20T00:00:00Z")), 18, 20);

    @Test
    void onlyComingEveningsAreServed() {
        assertDoesNotThrow(() -> submit("2026-11-20T18:00:00+08:00"));
        assertDoesNotThrow(() -> submit("2026-11-20T10:30:00Z"));
        assertTrue(refused("2026-11-20T17:59:00+08:00").contains("18 点至 20 点"));
        assertTrue(refused("2026-11-20T20:00:00+08:00").contains("18 点至 20 点"));
        assertTrue(refused("2026-11-19T18:00:00+08:00").contains("已经过去"));
    }

    @Test
    void whatIsMissingIsNamedBeforeAnythingIsAccepted() {
        SampleCase booked = SampleCase.of(mode.workflow()).asks("a", false);
        Problem problem =
                assertThrows(Problem.class, () -> mode.check(booked.make(), Action.of("accept", 1), Samples.clerk()));
        assertTrue(problem.detail().zh().contains("材料a"), problem.detail().zh());
    }

    @Test
    void hoursThatAreNoneAreSaidAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> new EveningMode(InstantSource.system(), 20, 18));
    }

    private String refused(String comesAt) {
        Problem problem = assertThrows(Problem.class, () -> submit(comesAt));
        assertEquals("answers.comesAt", problem.violations().get(0).field());
        return problem.detail().zh();
    }

    private void submit(String comesAt) {
        Draft draft = new Draft(
                EveningMode.ID,
                "m",
                Samples.SITE.code(),
                Samples.person(),
                List.of(),
                List.of(),
                Map.of("comesAt", comesAt),
                null,
                null);
        mode.check(draft, Samples.matter("m", 5), Samples.clerk());
    }
}
