// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.Map;

/**
 * How far a town is with its list (R137).
 *
 * @param division code of the town
 * @param name its name
 * @param listed how many matters stand in its lists, each once
 * @param states how many are in each state
 * @param behind how many are neither ready nor taken over
 */
public record TakeOverSummary(
        String division, String name, long listed, Map<TakeOver.State, Long> states, long behind) {
    public TakeOverSummary {
        states = Map.copyOf(states);
    }
}
