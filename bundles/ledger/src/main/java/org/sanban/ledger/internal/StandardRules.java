// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.ledger.Check.Weight;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;
import org.sanban.ledger.internal.Rule.Found;

/**
 * 八有一能 of town centres (R105–R114) and 六有 of village stations (R16–R22, R115). What data can tell is told by data; the
 * rest by what somebody saw, not too long ago.
 */
final class StandardRules {
    private static final int NAMED = 5;

    /** In their order. */
    static final List<Rule> ALL = List.of(
            centre("equipped.window", "R106", StandardRules::proxyWindow),
            centre("equipped.staff", "R107", StandardRules::agents),
            centre("equipped.equipment", "R108", StandardRules::equipment),
            centre("equipped.guides", "R109", StandardRules::guides),
            centre("equipped.matters", "R110", StandardRules::matters),
            centre("equipped.duties", "R111", s -> seen(s, Evidence.Item.DUTIES)),
            centre("equipped.rules", "R112", s -> seen(s, Evidence.Item.RULES)),
            centre("equipped.register", "R113", StandardRules::register),
            centre("equipped.able", "R114", StandardRules::able),
            station("had.sign", "R17", s -> seen(s, Evidence.Item.SIGNS)),
            station("had.phone", "R18", StandardRules::phone),
            station("had.rules", "R19", s -> seen(s, Evidence.Item.RULES)),
            station("had.staff", "R20", StandardRules::staff),
            station("had.matters", "R21", StandardRules::matters),
            station("had.register", "R22", StandardRules::register));

    private StandardRules() {}

    private static Rule centre(String id, String requirement, Function<Snapshot, Found> look) {
        return new Rule(id, requirement, Weight.STANDARD, s -> s.site().kind() == Site.Kind.CENTRE, look);
    }

    private static Rule station(String id, String requirement, Function<Snapshot, Found> look) {
        return new Rule(id, requirement, Weight.STANDARD, s -> Snapshots.village(s.site()), look);
    }

    static Found proxyWindow(Snapshot s) {
        List<String> proxy = s.windows().stream()
                .map(Window::name)
                .filter(name -> name.contains("帮办") || name.contains("代办"))
                .toList();
        String link = "sites/" + s.site().code() + "/windows";
        return proxy.isEmpty()
                ? Found.of(false, link, "fact.window.none", s.windows().size())
                : Found.of(true, link, "fact.window", names(proxy));
    }

    private static Found agents(Snapshot s) {
        List<String> names = s.agents().stream().map(Agent::name).toList();
        String link = "agents?division=" + s.site().division();
        return names.isEmpty()
                ? Found.of(false, link, "fact.agents.none")
                : Found.of(true, link, "fact.agents", names.size(), names(names));
    }

    private static Found staff(Snapshot s) {
        List<String> names = Stream.concat(
                        s.staff().stream().map(Staff::name), s.agents().stream().map(Agent::name))
                .toList();
        String link = "sites/" + s.site().code() + "/staff";
        return names.isEmpty()
                ? Found.of(false, link, "fact.staff.none")
                : Found.of(true, link, "fact.staff", names.size(), names(names));
    }

    private static Found phone(Snapshot s) {
        String phone = s.site().phone();
        String link = "sites/" + s.site().code();
        return phone == null || phone.isBlank()
                ? Found.of(false, link, "fact.phone.none")
                : Found.of(true, link, "fact.phone", phone);
    }

    private static Found equipment(Snapshot s) {
        Found found = seen(s, Evidence.Item.EQUIPMENT);
        String listed = s.ledger().equipment().stream()
                .map(one -> one.name() + "×" + one.count())
                .collect(Collectors.joining("、"));
        return listed.isEmpty() ? found : found.and("ledgers/" + s.site().code(), "fact.equipment", listed);
    }

    private static Found matters(Snapshot s) {
        Scope scope = s.listed().scope();
        String link = "scopes/proxy/" + s.site().division();
        if (scope == null || scope.matters().isEmpty()) {
            return Found.of(false, link, "fact.matters.none");
        }
        boolean own = scope.division().equals(s.site().division());
        return Found.of(
                true,
                link,
                own ? "fact.matters" : "fact.matters.above",
                s.listed().matters(),
                scope.version(),
                scope.published().atZone(Moments.ZONE).toLocalDate(),
                s.listed().publisher());
    }

    private static Found guides(Snapshot s) {
        String link = "scopes/proxy/" + s.site().division() + "/matters";
        Snapshot.Listed listed = s.listed();
        if (listed.matters() == 0) {
            return Found.of(false, link, "fact.guides.unlisted");
        }
        List<String> without = listed.guideless();
        Found found = without.isEmpty()
                ? Found.of(true, link, "fact.guides", listed.matters())
                : Found.of(false, link, "fact.guides.none", without.size(), listed.matters(), names(without));
        return listed.incomplete() == 0 ? found : found.and(link, "fact.guides.incomplete", listed.incomplete());
    }

    private static Found register(Snapshot s) {
        long submitted = s.tally().submitted();
        return cases(s, submitted > 0, submitted > 0 ? "fact.register" : "fact.register.none", submitted);
    }

    private static Found able(Snapshot s) {
        long done = s.tally().done();
        return cases(s, done > 0, done > 0 ? "fact.able" : "fact.able.none", done);
    }

    private static Found cases(Snapshot s, boolean holds, String key, long count) {
        String link = "cases?site=" + s.site().code();
        return Found.of(
                holds, link, key, s.settings().months(), count, s.settings().source());
    }

    /** Whether something was seen on the spot, and not too long ago. */
    static Found seen(Snapshot s, Evidence.Item item) {
        Evidence evidence = s.seen().get(item);
        Text name = Labels.of(item);
        String link = "ledgers/" + s.site().code() + "/evidence";
        if (evidence == null) {
            return Found.of(false, link, "fact.unseen", name);
        }
        if (!evidence.there()) {
            return Found.of(false, link, "fact.seen.not", name, evidence.seenOn(), evidence.inspector());
        }
        if (evidence.seenOn().plusDays(s.settings().evidenceDays()).isBefore(s.day())) {
            return Found.of(
                    false,
                    link,
                    "fact.seen.old",
                    name,
                    evidence.seenOn(),
                    s.settings().evidenceDays(),
                    s.settings().source());
        }
        return Found.of(
                true,
                link,
                "fact.seen",
                name,
                evidence.seenOn(),
                evidence.inspector(),
                evidence.photos().size());
    }

    /** The first few names, and how many there are. */
    static Text names(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining("、"));
        return names.size() <= NAMED
                ? Text.of(first)
                : new Text(first + " 等", first + " and " + (names.size() - NAMED) + " more");
    }
}
