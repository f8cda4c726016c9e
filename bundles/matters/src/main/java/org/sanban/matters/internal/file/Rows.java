// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.file;

import java.io.Closeable;
import java.util.List;

/** A table, read line by line. */
public interface Rows extends Closeable {
    /**
     * A line.
     *
     * @param number as a spreadsheet counts, the first being 1
     * @param cells their texts, blank where a cell is empty
     */
    record Row(int number, List<String> cells) {
        /** Whether nothing stands in it. */
        public boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * The next line, or {@code null} after the last.
     *
     * @throws org.sanban.api.problem.Problem invalid, when the file is broken there
     */
    Row next();

    @Override
    void close();
}
