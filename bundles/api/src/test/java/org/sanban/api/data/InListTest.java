// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InListTest {
    @Test
    void lengthsArePowersOfFour() {
        assertEquals(List.of(7), InList.of(List.of(7)));
        assertEquals(List.of(7, 8, 8, 8), InList.of(List.of(7, 8)));
        assertEquals(List.of(7, 8, 9, 9), InList.of(List.of(7, 8, 9)));
        assertEquals(64, InList.of(IntStream.range(0, 64).boxed().toList()).size());
        assertEquals(256, InList.of(IntStream.range(0, 65).boxed().toList()).size());
    }
}
