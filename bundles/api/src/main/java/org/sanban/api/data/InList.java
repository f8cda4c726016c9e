// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Values of an SQL {@code in (…)}, padded by the last of them to 1, 4, 16 … values: a database compiles and
 * remembers a statement for each length, and there shall be few.
 */
public final class InList {
    private InList() {}

    /** @param values at least one */
    public static <T> List<T> of(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        int length = 1;
        while (length < padded.size()) {
            length *= 4;
        }
        padded.addAll(Collections.nCopies(length - padded.size(), padded.get(padded.size() - 1)));
        return padded;
    }
}
