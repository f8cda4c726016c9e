// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {
    private static final Map<String, Integer> JOURNAL = Map.of("a", 3, "b", 1);

    @TempDir
    Path folder;

    @Test
    void toldInOrderAndAgainUnderTheSameIdItIsWhole() throws IOException {
        Notes notes = told("a 1 10", "b 1 11", "a 2 12", "a 3 13", "a 2 12", "a 3 13");
        assertEquals(new Notes(6, 4, 0, 0, 2, 0), notes);
        assertTrue(notes.isWhole());
    }

    @Test
    void whatIsLostOrLateIsSeen() throws IOException {
        assertEquals(new Notes(2, 2, 2, 0, 0, 0), told("a 1 10", "a 2 12"));
        assertEquals(new Notes(4, 4, 0, 1, 0, 0), told("a 1 10", "a 3 13", "a 2 12", "b 1 11"));
        assertEquals(new Notes(3, 3, 1, 1, 0, 0), told("a 1 10", "a 3 13", "b 1 11"));
        assertFalse(told("a 1 10").isWhole());
    }

    @Test
    void whatNobodyWroteIsSeen() throws IOException {
        assertEquals(new Notes(5, 4, 0, 0, 0, 1), told("a 1 10", "a 2 12", "a 3 13", "a 3 14", "b 1 11"));
        assertEquals(1, told("a 1 10", "a 2 12", "a 3 13", "b 1 11", "b 2 15").others());
        assertEquals(1, told("a 1 10", "a 2 12", "a 3 13", "b 1 11", "c 1 15").others());
    }

    private Notes told(String... lines) throws IOException {
        Path file = folder.resolve("told.txt");
        Files.write(file, List.of(lines));
        return Notes.of(file, JOURNAL);
    }
}
