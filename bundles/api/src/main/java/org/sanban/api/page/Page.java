// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.page;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, paged by key: never by offset, never with a total count.
 *
 * @param items what is on this page, in the list's order
 * @param next the key to ask the next page with ({@link PageRequest#after}), or {@code null} on the last page
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were read with one row more than asked for ({@link PageRequest#fetch()}).
     *
     * @param rows at most {@code request.limit() + 1} rows in order
     * @param key the key of a row, opaque to the caller
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, key.apply(items.get(items.size() - 1)));
    }

    /** The same page of something else. */
    public <U> Page<U> map(Function<? super T, ? extends U> mapping) {
        return new Page<>(items.stream().<U>map(mapping).toList(), next);
    }
}
