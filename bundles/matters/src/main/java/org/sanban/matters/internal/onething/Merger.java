// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.OneThing;
import org.sanban.api.matters.OneThingGuide;
import org.sanban.api.matters.OneThingGuide.Application;
import org.sanban.api.matters.OneThingGuide.Part;
import org.sanban.api.matters.OneThingGuide.Shared;

/** Makes one guide of the guides of a package's matters. Materials of the same name are one. */
final class Merger {
    private Merger() {}

    static OneThingGuide merge(OneThing thing, Function<String, Matter> matters, Instant now) {
        List<Part> parts = new ArrayList<>();
        Map<String, Shared> materials = new LinkedHashMap<>();
        List<Integer> limits = new ArrayList<>();
        for (OneThing.Item item : thing.items()) {
            Matter matter = matters.apply(item.matter());
            Guide guide = matter.guide();
            parts.add(new Part(
                    matter.code(),
                    matter.name(),
                    matter.department(),
                    item.when(),
                    guide.inForce(now),
                    guide.version()));
            guide.materials()
                    .forEach(material -> materials.merge(
                            material.name().strip(),
                            shared(material, matter.code(), item.when() == null),
                            Merger::together));
            if (item.when() == null) {
                limits.add(guide.committedDays());
            }
        }
        Integer longest = limits.contains(null)
                ? null
                : limits.stream().max(Integer::compare).orElse(null);
        return new OneThingGuide(thing, parts, List.copyOf(materials.values()), longest, application(thing));
    }

    private static Shared shared(Guide.Material material, String matter, boolean always) {
        return new Shared(
                material.name().strip(),
                material.originals(),
                material.copies(),
                always && material.required(),
                List.of(matter));
    }

    private static Shared together(Shared one, Shared other) {
        List<String> matters = new ArrayList<>(one.matters());
        matters.addAll(other.matters());
        return new Shared(
                one.name(),
                Math.max(one.originals(), other.originals()),
                Math.max(one.copies(), other.copies()),
                one.required() || other.required(),
                matters.stream().distinct().toList());
    }

    private static Application application(OneThing thing) {
        List<String> always = thing.items().stream()
                .filter(item -> item.when() == null)
                .map(OneThing.Item::matter)
                .toList();
        return new Application(always.get(0), always.subList(1, always.size()));
    }
}
