// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.settings;

import java.util.Arrays;
import java.util.List;

/** Several values of one setting. A file {@code etc/*.cfg} gives them as one, parted by commas; a default gives each by itself. */
public final class Several {
    private Several() {}

    /** The values, without blanks around them, none of them empty. */
    public static List<String> of(String... given) {
        return Arrays.stream(given)
                .flatMap(one -> Arrays.stream(one.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
