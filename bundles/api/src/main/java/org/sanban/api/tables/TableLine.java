// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.tables;

import java.util.List;

/**
 * A line of a table in which something stands.
 *
 * @param number as a spreadsheet counts, the first being 1
 * @param cells their texts, blank where a cell is empty
 */
public record TableLine(int number, List<String> cells) {
    public TableLine {
        cells = List.copyOf(cells);
    }
}
