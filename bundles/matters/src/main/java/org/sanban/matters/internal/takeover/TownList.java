// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;

/**
 * What a town takes over.
 *
 * @param town its code
 * @param lists the published lists it follows
 * @param matters codes of their matters, each once
 */
record TownList(String town, List<Scope> lists, SortedSet<String> matters) {
    static TownList of(String town, List<String> modes, MatterService service) {
        List<Scope> lists = modes.stream()
                .map(mode -> service.scope(mode, town))
                .filter(Objects::nonNull)
                .toList();
        SortedSet<String> matters = new TreeSet<>();
        lists.forEach(list -> matters.addAll(list.matters()));
        return new TownList(town, lists, matters);
    }

    /** The next codes after one, in order. */
    List<String> after(String code, int most) {
        return matters.tailSet(code + '\u0000').stream().limit(most).toList();
    }
}
