// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void isSm3() {
        assertEquals("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Chain.hex(Chain.hash("abc")));
    }

    @Test
    void changesWithEveryField() {
        byte[] hash = Chain.hash(Chain.START, "n", entry());
        assertArrayEquals(hash, Chain.hash(Chain.START, "n", entry()));
        assertFalse(Arrays.equals(hash, Chain.hash(hash, "n", entry())));
        assertFalse(Arrays.equals(hash, Chain.hash(Chain.START, "m", entry())));
        List<Consumer<JournalEntity>> changes = List.of(
                e -> e.seq++,
                e -> e.at++,
                e -> e.kind = "k2",
                e -> e.action = "a2",
                e -> e.fromStage = null,
                e -> e.toStage = "t2",
                e -> e.account = "c2",
                e -> e.actor = "𠮷",
                e -> e.channel = "d2",
                e -> e.shown = true,
                e -> e.detail = "{}2");
        for (Consumer<JournalEntity> change : changes) {
            JournalEntity other = entry();
            change.accept(other);
            assertFalse(Arrays.equals(hash, Chain.hash(Chain.START, "n", other)));
        }
    }

    @Test
    void keepsFieldsApart() {
        JournalEntity left = entry();
        left.account = "ab";
        left.actor = "c";
        JournalEntity right = entry();
        right.account = "a";
        right.actor = "bc";
        assertFalse(Arrays.equals(Chain.hash(Chain.START, "n", left), Chain.hash(Chain.START, "n", right)));
    }

    private static JournalEntity entry() {
        JournalEntity entry = new JournalEntity();
        entry.seq = 1;
        entry.at = 2;
        entry.kind = "k";
        entry.action = "a";
        entry.fromStage = "f";
        entry.toStage = "t";
        entry.account = "c";
        entry.actor = "r";
        entry.channel = "d";
        entry.detail = "{}";
        return entry;
    }
}
