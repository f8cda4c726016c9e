// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which feature needs which. */
final class Graph {
    private static final String CORE = "sanban";
    private static final String CONTRACT = "sanban-api";
    private static final Comparator<Part> BEST =
            Comparator.comparing(Part::installed).thenComparing(Part::number);

    private final Collection<Part> parts;
    private final Set<String> core;

    Graph(Collection<Part> parts) {
        this.parts = List.copyOf(parts);
        core = part(CORE).map(this::closure).orElse(Set.of()).stream()
                .map(Part::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The feature of a name: the installed one, else the newest. */
    Optional<Part> part(String name) {
        return find(new Part.Wish(name, null));
    }

    /** What answers a wish: what is installed, else the newest. */
    Optional<Part> find(Part.Wish wish) {
        return parts.stream().filter(wish::fits).max(BEST);
    }

    /** The newest of a name, installed or not. */
    Optional<Part> newest(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).max(Comparator.comparing(Part::number));
    }

    /** A feature and everything it needs, itself last. */
    Set<Part> closure(Part part) {
        Map<String, Part> all = new LinkedHashMap<>();
        collect(part, all, new TreeSet<>());
        return Set.copyOf(all.values());
    }

    private void collect(Part part, Map<String, Part> all, Set<String> under) {
        if (!under.add(part.name())) {
            return;
        }
        part.needs().forEach(wish -> find(wish).ifPresent(needed -> collect(needed, all, under)));
        all.put(part.name(), part);
    }

    /** Whether every distribution has it. */
    boolean core(Part part) {
        return core.contains(part.name());
    }

    /** Whether it is a part of the platform rather than a library: it rests on the contract. */
    boolean module(Part part) {
        return closure(part).stream().anyMatch(needed -> needed.name().equals(CONTRACT));
    }

    /** Whether it may come and go. */
    boolean plugin(Part part) {
        return module(part) && !core(part);
    }

    /** One part for each module: the installed one, else the newest; core first. */
    List<Part> modules() {
        return parts.stream()
                .map(Part::name)
                .distinct()
                .map(name -> part(name).orElseThrow())
                .filter(this::module)
                .filter(part -> !part.locations().isEmpty())
                .sorted(Comparator.comparing((Part part) -> !core(part)).thenComparing(Part::name))
                .toList();
    }

    /** Installed modules that need it, directly or not. */
    List<Part> neededBy(Part part) {
        return modules().stream()
                .filter(Part::installed)
                .filter(other -> !other.name().equals(part.name()))
                .filter(other ->
                        closure(other).stream().anyMatch(needed -> needed.name().equals(part.name())))
                .toList();
    }

    /** What has to be asked for so that it comes: itself, and what it needs in another version than was asked for before. */
    Set<Part> asked(Part part) {
        Set<String> required =
                parts.stream().filter(Part::required).map(Part::name).collect(Collectors.toSet());
        return closure(part).stream()
                .filter(needed -> needed.equals(part) || !needed.installed() && required.contains(needed.name()))
                .collect(Collectors.toSet());
    }

    /** Installed modules that stay and do not take what will come in the place of what they need. */
    List<Part> pinned(Part part) {
        Set<Part> coming =
                closure(part).stream().filter(needed -> !needed.installed()).collect(Collectors.toSet());
        return modules().stream()
                .filter(Part::installed)
                .filter(other -> coming.stream().noneMatch(comes -> comes.name().equals(other.name())))
                .filter(other -> other.needs().stream().anyMatch(wish -> coming.stream()
                        .anyMatch(comes -> comes.name().equals(wish.name()) && !wish.fits(comes))))
                .toList();
    }

    /** The wishes, its own and of what will come with it, that nothing answers. */
    List<Part.Wish> unanswered(Part part) {
        return closure(part).stream()
                .filter(needed -> !needed.installed())
                .flatMap(needed -> needed.needs().stream())
                .filter(wish -> find(wish).isEmpty())
                .distinct()
                .toList();
    }
}
