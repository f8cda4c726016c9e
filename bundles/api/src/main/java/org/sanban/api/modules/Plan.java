// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.modules;

import java.util.List;
import java.util.Set;
import org.sanban.api.problem.Text;

/**
 * What installing or removing a module does, told before it is done.
 *
 * @param feature name of the feature
 * @param version its version
 * @param name what people call it
 * @param installed version that is installed now, {@code null} when none is
 * @param comes bundles that will come with it
 * @param needs features it names, and whether each is there
 * @param neededBy installed modules that do not work without it
 * @param modes ids of the service modes it brings
 * @param openCases open cases in its modes, counted up to {@link #MOST}; {@code null} when that cannot be told now
 * @param obstacle why it cannot be installed, {@code null} when it can
 */
public record Plan(
        String feature,
        String version,
        Text name,
        String installed,
        List<Piece> comes,
        List<Need> needs,
        List<String> neededBy,
        Set<String> modes,
        Integer openCases,
        Text obstacle) {
    /** How far open cases are counted. */
    public static final int MOST = 1000;

    public Plan {
        comes = List.copyOf(comes);
        needs = List.copyOf(needs);
        neededBy = List.copyOf(neededBy);
        modes = Set.copyOf(modes);
    }

    /**
     * A feature that a module names.
     *
     * @param feature its name
     * @param version the version, or range of versions, that will do; may be {@code null}
     * @param state whether it is there
     */
    public record Need(String feature, String version, State state) {
        /** Whether a feature is there. */
        public enum State {
            /** It is installed. */
            INSTALLED,
            /** It will come along. */
            COMES,
            /** Nobody here knows it. */
            MISSING
        }
    }
}
