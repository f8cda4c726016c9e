// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.util.Set;
import org.sanban.api.cases.Case;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.registry.Division;

/**
 * Which events a subscription wants (订阅条件). An empty set stands for all.
 *
 * @param kinds what has happened
 * @param modes ids of service modes
 * @param matters codes of matters
 * @param division 12-digit code of the division whose subtree it is about
 */
record Filter(Set<JournalEntry.Kind> kinds, Set<String> modes, Set<String> matters, String division) {
    boolean takes(JournalEntry entry, Case state) {
        return Division.contains(division, entry.division())
                && (kinds.isEmpty() || kinds.contains(entry.kind()))
                && (modes.isEmpty() || modes.contains(state.mode()))
                && (matters.isEmpty() || matters.contains(state.matter()));
    }
}
