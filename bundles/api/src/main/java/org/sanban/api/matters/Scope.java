// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.time.Instant;
import java.util.Set;
import org.sanban.api.registry.Division;

/**
 * What a division serves in a mode, as published: the scope of door-to-door service (上门办范围, R81), a proxy catalogue
 * (帮代办目录, R118–R120), what is placed at the window (R46), with its rules. A division without a list of its own follows that
 * of the division above (R85). Above towns and villages one list may be published for the towns and another for the villages
 * (R46–R48): the nearest division's counts, and of its lists the one for the asker's level before the one for all.
 *
 * @param mode id of the service mode
 * @param division 12-digit code of the division that published it
 * @param tier for which level of divisions in its subtree it counts, {@code null} for all
 * @param version 1 and up, set by the service; all lists of a mode and division are counted together
 * @param published when this version came into force, set by the service
 * @param source the document it comes from, or who made it
 * @param matters codes of the matters
 * @param rules who is served, and how, in words for the public; may be {@code null}
 * @param hotline telephone to ask for it (R82), may be {@code null}
 * @param sample whether it is a sample
 */
public record Scope(
        String mode,
        String division,
        Division.Level tier,
        int version,
        Instant published,
        String source,
        Set<String> matters,
        String rules,
        String hotline,
        boolean sample) {
    public Scope {
        matters = Set.copyOf(matters);
    }

    /** A list for all levels. */
    public Scope(
            String mode,
            String division,
            int version,
            Instant published,
            String source,
            Set<String> matters,
            String rules,
            String hotline,
            boolean sample) {
        this(mode, division, null, version, published, source, matters, rules, hotline, sample);
    }

    /** Whether it counts for divisions of a level. */
    public boolean counts(Division.Level level) {
        return tier == null || tier == level;
    }
}
