// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sanban.api.facts.Fact;
import org.sanban.api.ledger.Check;
import org.sanban.api.problem.Texts;

/**
 * One thing asked of sites, as a rule over what is known of them. Its name and what to do stand in the texts.
 *
 * @param id its key
 * @param requirement the requirement behind it
 * @param weight how much it is asked for
 * @param asked of which sites, by what is known of them
 * @param look what a look at a site finds
 */
record Rule(
        String id, String requirement, Check.Weight weight, Predicate<Snapshot> asked, Function<Snapshot, Found> look) {
    private static final Texts TEXTS = Texts.of(Rule.class);

    /** Whether it is so, and what that rests on. */
    record Found(boolean holds, List<Fact> facts) {
        /** With a fact from the texts. */
        static Found of(boolean holds, String link, String key, Object... arguments) {
            return new Found(holds, List.of(new Fact(TEXTS.get(key, arguments), link)));
        }

        /** With one more fact. */
        Found and(String link, String key, Object... arguments) {
            return new Found(
                    holds,
                    Stream.concat(facts.stream(), Stream.of(new Fact(TEXTS.get(key, arguments), link)))
                            .toList());
        }
    }

    Check check(Snapshot snapshot) {
        Found found = look.apply(snapshot);
        return new Check(
                id,
                TEXTS.get("check." + id),
                requirement,
                weight,
                found.holds(),
                found.facts(),
                found.holds() ? null : TEXTS.get("advice." + id));
    }
}
