// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Links.Claim CLAIM = new Links.Claim(4_711, 2, Instant.parse("2026-12-24T01:00:00Z"));

    private final Links links = new Links("one key of thirty-two characters".getBytes());

    @Test
    void aTokenSaysWhatWasPutIn() {
        String token = links.token(CLAIM);
        assertEquals(CLAIM, links.read(token));
        assertTrue(token.matches("[A-Za-z0-9_-]{39}"), token);
    }

    @Test
    void whateverIsChangedIsRefused() {
        String token = links.token(CLAIM);
        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', 'b', '7', '_'}) {
                String forged = token.substring(0, i) + other + token.substring(i + 1);
                Links.Claim read = links.read(forged);
                // The last character carries two bits that mean nothing.
                assertTrue(read == null || read.equals(CLAIM), forged);
            }
        }
        for (String none : List.of("", "x", token + token, token.substring(1), "好差评", "%%%")) {
            assertNull(links.read(none), none);
        }
    }

    @Test
    void anotherDeploymentsTokenIsRefused() {
        assertNull(new Links("another key of thirty-two charac".getBytes()).read(links.token(CLAIM)));
    }
}
