// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.channel.demo.internal.DemoPlatform.Here;
import org.sanban.channel.demo.internal.DemoPlatform.Said;

/** What the platform makes of a party: how it says the channel does, and what became of the last things it told. */
@Component(service = DemoState.class)
public final class DemoState {
    private static final int LINES = 6;
    private static final Last MESSAGES =
            new Last(DemoPlatform.ADMIN, "messages?channel=%s&limit=6", List.of("number", "event"), "reason");
    private static final Map<String, Last> LASTS = Map.of(
            "province",
            new Last(DemoPlatform.ADMIN, "province/records?limit=6", List.of("number", "table"), "reason"),
            "hotline",
            new Last(DemoPlatform.ADMIN, "hotline-orders?limit=6", List.of("number"), "untold"));

    private final DemoPlatform platform;
    private final DemoSmsc centre;

    /**
     * Where the last things stand.
     *
     * @param about fields that name one
     * @param why the field that says what is wrong with it
     */
    private record Last(String account, String path, List<String> about, String why) {}

    @Activate
    public DemoState(@Reference DemoPlatform platform, @Reference DemoSmsc centre) {
        this.platform = platform;
        this.centre = centre;
    }

    /** {@code {"state","stateName","since","fault","lines":[{"about","state","tries","why"}]}}; refused as the platform refuses. */
    ObjectNode of(String channel, Here here) throws IOException {
        Said said = platform.get(here, DemoPlatform.ADMIN, "channels");
        if (said.refused()) {
            return said.told();
        }
        ObjectNode state = StreamSupport.stream(said.body().spliterator(), false)
                .filter(one -> one.path("channel").asText().equals(channel))
                .map(one -> (ObjectNode) one)
                .findFirst()
                .orElseGet(Wire::object);
        if (channel.equals("sms")) {
            state.put("over", centre.bound() ? "smpp" : "http");
        }
        ArrayNode lines = state.putArray("lines");
        if (channel.equals("webhook")) {
            deliveries(here, state, lines);
        } else {
            Last last = LASTS.getOrDefault(channel, MESSAGES);
            for (JsonNode one : platform.get(here, last.account(), String.format(last.path(), channel))
                    .body()
                    .path("items")) {
                line(lines, last.about(), one, "stateName", last.why());
            }
        }
        return state;
    }

    private void deliveries(Here here, ObjectNode state, ArrayNode lines) throws IOException {
        Optional<JsonNode> own = StreamSupport.stream(
                        platform.get(here, DemoPlatform.SYSTEM, DemoWebhook.DOOR)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(one -> one.path("url").asText().endsWith(DemoWebhook.PATH))
                .findFirst();
        if (own.isPresent()) {
            String path = DemoWebhook.DOOR + "/" + own.get().path("id").asText() + "/deliveries";
            state.set("delivery", own.get().path("delivery"));
            StreamSupport.stream(
                            platform.get(here, DemoPlatform.SYSTEM, path).body().spliterator(), false)
                    .limit(LINES)
                    .forEach(one -> line(lines, List.of("event", "type"), one, "state", "why"));
        }
    }

    private static void line(ArrayNode lines, List<String> about, JsonNode one, String state, String why) {
        lines.addObject()
                .put(
                        "about",
                        about.stream().map(name -> one.path(name).asText()).collect(Collectors.joining(" ")))
                .put("state", one.path(state).asText())
                .put("tries", one.path("tries").asInt())
                .put("why", one.path(why).asText());
    }
}
