// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Several short words in one column. */
final class Words {
    private Words() {}

    static String join(Collection<?> words) {
        return words.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
    }

    static List<String> split(String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).toList();
    }
}
