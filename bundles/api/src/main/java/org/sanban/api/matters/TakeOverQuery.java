// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

/**
 * Which take-overs.
 *
 * @param division a town, or a county for all its towns
 * @param state only these, or {@code null} for all
 * @param behind only those that are neither ready nor taken over
 */
public record TakeOverQuery(String division, TakeOver.State state, boolean behind) {
    /** Whether one in this state is asked for. */
    public boolean wants(TakeOver.State found) {
        return (state == null || state == found) && (!behind || found.behind());
    }
}
