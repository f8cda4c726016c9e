// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sanban.api.matters.OneThing;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.Faults;
import org.sanban.matters.internal.MatterCode;

/** What a package must be like to be published. All that is wrong is told at once (R34). */
final class OneThingRules {
    private static final Texts TEXTS = Texts.of(OneThingRules.class);
    private static final int MOST_ITEMS = 50;

    private OneThingRules() {}

    /** As it is kept: codes in capital letters, no blank situations. */
    static OneThing normal(OneThing thing) {
        List<OneThing.Item> items = thing.items().stream()
                .map(item -> new OneThing.Item(
                        MatterCode.normal(item.matter()),
                        item.when() == null || item.when().isBlank()
                                ? null
                                : item.when().strip()))
                .toList();
        return new OneThing(
                thing.code() == null ? "" : thing.code().strip(),
                thing.name(),
                0,
                null,
                null,
                thing.source(),
                thing.sample(),
                items);
    }

    /**
     * Notes what is wrong.
     *
     * @param known codes of matters that are there
     */
    static void check(OneThing thing, Set<String> known, Faults faults) {
        if (!thing.code().matches("[a-z0-9-]{1,40}")) {
            faults.add("code", TEXTS.get("code", thing.code()));
        }
        faults.text("name", thing.name(), 200);
        faults.text("source", thing.source(), 200);
        if (thing.items().size() < 2 || thing.items().size() > MOST_ITEMS) {
            faults.add("items", TEXTS.get("items", MOST_ITEMS));
        }
        if (thing.items().stream().noneMatch(item -> item.when() == null)) {
            faults.add("items", TEXTS.get("items.always"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < thing.items().size(); i++) {
            OneThing.Item item = thing.items().get(i);
            String field = "items[" + i + "].";
            String code = item.matter().length() > 80 ? item.matter().substring(0, 80) + "…" : item.matter();
            if (!known.contains(item.matter())) {
                faults.add(field + "matter", TEXTS.get("matter", code));
            }
            if (!seen.add(item.matter())) {
                faults.add(field + "matter", TEXTS.get("matter.twice", code));
            }
            faults.optional(field + "when", item.when(), 200);
        }
    }
}
