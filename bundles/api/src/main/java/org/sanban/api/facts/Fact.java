// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.facts;

import java.util.Objects;
import org.sanban.api.problem.Text;

/**
 * One fact that a check or a score rests on (依据), so that each can be asked "why".
 *
 * @param text what is so: 大厅面积 36 平方米，应不少于 40 平方米
 * @param link where it can be seen, a path below {@code /api/v1/} ({@code sites/610926100000-01}); {@code null} when
 *     there is none
 */
public record Fact(Text text, String link) {
    public Fact {
        Objects.requireNonNull(text, "text");
    }
}
