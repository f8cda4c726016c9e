// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.modules;

import java.util.List;
import java.util.Set;
import org.sanban.api.problem.Text;

/**
 * A part of the platform that comes and goes as a whole: a feature.
 *
 * @param feature name of the feature
 * @param version its version
 * @param name what people call it
 * @param details what it is for, in a sentence; may be {@code null}
 * @param core whether every distribution has it; only others can be removed
 * @param state how it stands
 * @param fault why it does not run although it is wanted, {@code null} when all is well
 * @param bundles its own bundles
 * @param modes ids of the service modes it brings
 * @param matters how many matters need it: the guide in force names one of its modes, or a division has published that it
 *     serves them so
 * @param firstMatters codes of the first of them
 * @param needs features it names
 * @param neededBy installed modules that do not work without it
 */
public record Module(
        String feature,
        String version,
        Text name,
        Text details,
        boolean core,
        State state,
        String fault,
        List<Piece> bundles,
        Set<String> modes,
        int matters,
        List<String> firstMatters,
        List<String> needs,
        List<String> neededBy) {
    public Module {
        bundles = List.copyOf(bundles);
        modes = Set.copyOf(modes);
        firstMatters = List.copyOf(firstMatters);
        needs = List.copyOf(needs);
        neededBy = List.copyOf(neededBy);
    }

    /** How a module stands. */
    public enum State {
        /** Installed, and all its bundles run. */
        ACTIVE,
        /** Wanted, but not installed or not running; see {@link Module#fault()}. */
        FAULTY,
        /** Not installed; everything it needs is on this machine. */
        AVAILABLE,
        /** Known by name; its archive has to be brought. */
        ABSENT
    }
}
