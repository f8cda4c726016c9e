// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sample lists over the sample matters: what the county serves at home and through agents, one town's own proxy catalogue
 * (R119), and what a town takes at its mobile point (R103). A division that has a list of its own keeps it.
 */
final class SampleScopes {
    private static final Logger LOG = LoggerFactory.getLogger(SampleScopes.class);
    private static final String SOURCE = "示例清单：据公开资料编写";
    private static final String HOTLINE = "0915-0000000（示例）";
    private static final Map<String, String> RULES = Map.of(
            "onsite", "老弱病残孕等行动不便的群众和重点企业可预约上门办理，当日对接，不收取任何费用。（示例）",
            "mobile", "居住偏远、出行不便的群众可在流动代办点停靠时就近交件，由工作人员带回镇中心办理，不收取任何费用。（示例）",
            "proxy", "群众和企业可委托帮代办人员无偿帮办、代办，可全程代办，也可只代办其中环节。（示例）");

    private record Place(String mode, String division) {}

    private SampleScopes() {}

    static void load(MatterService matters, ScopeStore store, Actor actor) throws IOException {
        Map<Place, Set<String>> lists = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        try (InputStream in = SampleScopes.class.getResourceAsStream("sample-scopes.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> lists.computeIfAbsent(new Place(cells[0], cells[1]), p -> new TreeSet<>())
                            .add(cells[2]));
        }
        lists.forEach((place, codes) -> {
            if (store.own(place.mode(), place.division()).isEmpty()) {
                publish(matters, place, codes, actor);
            }
        });
    }

    private static void publish(MatterService matters, Place place, Set<String> codes, Actor actor) {
        try {
            matters.publish(
                    new Scope(
                            place.mode(),
                            place.division(),
                            0,
                            null,
                            SOURCE,
                            codes,
                            RULES.get(place.mode()),
                            HOTLINE,
                            true),
                    actor);
        } catch (Problem e) {
            LOG.warn("the sample list {} was not loaded here: {}", place, e.getMessage());
        }
    }
}
