// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsLineUpUnderWideCharacters() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Table(List.of("姓名", "n"))
                .row("𠮷*", 1)
                .row("abcdef", null)
                .print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertEquals(
                List.of("姓名   │ n", "───────┼──", "𠮷*    │ 1", "abcdef │"),
                out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void aCharacterBeyondTheBasicPlaneTakesTwoPlaces() {
        assertEquals(3, Table.width("𠮷a"));
        assertEquals(4, Table.width("（）"));
        assertEquals(2, Table.width("é-"));
    }
}
