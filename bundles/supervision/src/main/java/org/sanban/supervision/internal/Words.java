// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.util.Arrays;
import java.util.List;

/** Several names or ids in one column. */
final class Words {
    /** What parts them. */
    static final String MARK = "|";

    private Words() {}

    static String joined(List<String> words) {
        return words == null
                ? ""
                : String.join(MARK, words.stream().map(String::strip).toList());
    }

    static List<String> parted(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\" + MARK));
    }
}
