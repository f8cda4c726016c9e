// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.util.List;
import java.util.function.Function;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * A page by number, as HSDS counts. It may count, and skip, since the directory lies in memory.
 *
 * @param total of how many
 */
record Slice<T>(List<T> items, long total, Wish wish) {
    private static final Texts TEXTS = Texts.of(Slice.class);

    /** Which page, and how many items on it. */
    record Wish(int page, int size) {
        /** @throws Problem invalid */
        Wish {
            if (page < 1) {
                throw Problem.invalid("page", TEXTS.get("page"));
            }
            if (size < 1 || size > PageRequest.MAX) {
                throw Problem.invalid("per_page", TEXTS.get("per-page", PageRequest.MAX));
            }
        }

        long skip() {
            return (page - 1L) * size;
        }
    }

    static <T> Slice<T> of(List<T> all, Wish wish) {
        List<T> items = all.stream().skip(wish.skip()).limit(wish.size()).toList();
        return new Slice<>(items, all.size(), wish);
    }

    <U> Hsds.Page<U> page(Function<T, U> mapping) {
        long pages = (total + wish.size() - 1) / wish.size();
        return new Hsds.Page<>(
                total,
                pages,
                wish.page(),
                items.size(),
                wish.page() == 1,
                wish.page() >= pages,
                items.isEmpty(),
                items.stream().map(mapping).toList());
    }
}
