// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.page;

import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/**
 * Which page of a list.
 *
 * @param after {@link Page#next()} of the page before, or {@code null} for the first
 * @param limit how many items at most, 1 to 200
 */
public record PageRequest(String after, int limit) {
    /** The largest page there is. */
    public static final int MAX = 200;

    /** The page size where none is asked for. */
    public static final int DEFAULT = 20;

    /** @throws Problem invalid, when {@code limit} is out of range */
    public PageRequest {
        if (limit < 1 || limit > MAX) {
            throw Problem.invalid(
                    "limit", new Text("每页条数应为 1 至 " + MAX + "。", "The page size must be 1 to " + MAX + "."));
        }
        if (after != null && after.isBlank()) {
            after = null;
        }
    }

    /** The first page, of the default size. */
    public static PageRequest first() {
        return new PageRequest(null, DEFAULT);
    }

    /** How many rows to read: one more than the limit, which tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The key as a number, where the list's key is one.
     *
     * @param first what stands for the first page
     * @throws Problem invalid, when the key was not made by this list
     */
    public long afterNumber(long first) {
        if (after == null) {
            return first;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "after",
                    new Text(
                            "翻页标记“" + after + "”无效，请使用上一页返回的标记。",
                            "The page key \"" + after + "\" is not one of this list; use the one the last page gave."));
        }
    }
}
