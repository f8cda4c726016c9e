// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Points that people gave a site in a period, by line.
 *
 * @param self the site itself (自评分)
 * @param panel the county's panel (考核分)
 */
record Marks(Map<String, Mark> self, Map<String, Mark> panel) {
    static final Marks NONE = new Marks(Map.of(), Map.of());

    Marks {
        self = Map.copyOf(self);
        panel = Map.copyOf(panel);
    }

    /** Whose they are. */
    enum Side {
        SELF,
        PANEL
    }

    /**
     * Points for a line.
     *
     * @param points how many
     * @param reason 扣分加分情况, may be {@code null}
     * @param files attachments that show it
     * @param account who gave them
     * @param name what people read
     * @param at when
     */
    record Mark(BigDecimal points, String reason, List<String> files, String account, String name, Instant at) {
        Mark {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }
}
