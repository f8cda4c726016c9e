// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who tries too often is told until when to wait, and nobody waits longer. */
class TriesTest {
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private final Tries tries =
            new Tries(2, Duration.ofMinutes(15), minutes -> new Text(minutes + " 分钟", minutes + " min"), () -> now);

    @Test
    void theRestOfTheTimeIsToldInWordsAndInSeconds() {
        tries.take("a");
        now = now.plusSeconds(60);
        tries.take("a");
        now = now.plusMillis(500);
        Problem refused = assertThrows(Problem.class, () -> tries.take("a"));
        assertEquals(Problem.Kind.TOO_MANY, refused.kind());
        assertEquals(840, refused.retryAfter().orElseThrow(), "rounded up, so that nobody comes too early");
        assertEquals("14 分钟", refused.detail().zh());
        tries.take("b");

        now = now.plusSeconds(840);
        tries.check("a");
    }

    @Test
    void triesThatAreRefusedDoNotMakeTheWaitLonger() {
        tries.take("a");
        tries.take("a");
        for (int minute = 1; minute < 15; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            assertThrows(Problem.class, () -> tries.take("a"));
        }
        now = now.plus(Duration.ofMinutes(1));
        tries.take("a");
    }

    @Test
    void aRightOneMakesTheWrongOnesForgotten() {
        tries.count("a");
        tries.count("a");
        tries.forget("a");
        tries.check("a");
    }

    @Test
    void strangersDoNotFillTheMemory() {
        tries.count("first");
        tries.count("first");
        for (int i = 0; i < 10_000; i++) {
            tries.count("n" + i);
        }
        tries.check("first");
        tries.count("n9999");
        assertThrows(Problem.class, () -> tries.check("n9999"));
    }

    @Test
    void strangersDoNotMakeTheWrongTriesForgottenOfAKeyThatIsStillTried() {
        tries.count("first");
        tries.count("first");
        for (int i = 0; i < 20_000; i++) {
            tries.count("n" + i);
            if (i % 5_000 == 0) {
                assertThrows(Problem.class, () -> tries.check("first"));
            }
        }
        assertThrows(Problem.class, () -> tries.check("first"));
    }
}
