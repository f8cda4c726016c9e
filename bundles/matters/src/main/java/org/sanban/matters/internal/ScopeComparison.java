// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.Scope;
import org.sanban.matters.internal.ScopeResource.ScopeSummary;

/** In what two lists differ: a town's with the county's, what is placed at the window with what is handled by proxy. */
@Schema(name = "ScopeComparison", description = "两份清单的异同 In what two lists differ")
public record ScopeComparison(
        ScopeSummary list,
        ScopeSummary other,
        @Schema(description = "两份都有的事项数 how many matters stand in both") int common,
        @Schema(description = "仅前者有 only in the first") List<Entry> added,
        @Schema(description = "仅后者有 only in the other") List<Entry> absent) {
    /** A matter in one of them. */
    @Schema(name = "ScopeEntry", description = "清单中的事项 A matter in a list")
    public record Entry(String code, String name, String department) {}

    static ScopeComparison of(Scope list, Scope other, Function<String, Matter> matters) {
        List<Entry> added = only(list.matters(), other.matters(), matters);
        return new ScopeComparison(
                ScopeSummary.of(list),
                ScopeSummary.of(other),
                list.matters().size() - added.size(),
                added,
                only(other.matters(), list.matters(), matters));
    }

    private static List<Entry> only(Set<String> here, Set<String> there, Function<String, Matter> matters) {
        return here.stream()
                .filter(code -> !there.contains(code))
                .sorted()
                .map(matters)
                .map(matter -> new Entry(matter.code(), matter.name(), matter.department()))
                .toList();
    }
}
