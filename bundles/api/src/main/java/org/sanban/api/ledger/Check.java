// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import java.util.List;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Text;

/**
 * One thing that is asked of a site, and whether it is so.
 *
 * @param id its key: {@code equipped.window}
 * @param name what people read: 有帮办代办窗口
 * @param requirement number of the requirement behind it: {@code R106}
 * @param weight how much it is asked for
 * @param holds whether it is so
 * @param facts what that rests on, at least one
 * @param advice what to do next, {@code null} when it holds
 */
public record Check(
        String id, Text name, String requirement, Weight weight, boolean holds, List<Fact> facts, Text advice) {
    public Check {
        facts = List.copyOf(facts);
    }

    /** How much something is asked for. */
    public enum Weight {
        /** Part of 八有一能 (R105–R114) or 六有 (R16–R22), and counted there. */
        STANDARD,
        /** Asked of every such site, beside the standard. */
        REQUIRED,
        /** Encouraged or advised (鼓励、建议). */
        ADVISED
    }
}
