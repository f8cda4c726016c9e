// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.kuaidi100.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sanban.api.post.Tracking;
import org.sanban.api.post.Tracking.State;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** What {@code query.do} answers, in words of ours. */
final class Answer {
    private static final Texts TEXTS = Texts.of(Answer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int LONGEST = 200;

    private static final Map<String, State> STATES = Map.ofEntries(
            Map.entry("0", State.IN_TRANSIT),
            Map.entry("1", State.COLLECTED),
            Map.entry("2", State.PROBLEM),
            Map.entry("3", State.SIGNED),
            Map.entry("301", State.SIGNED),
            Map.entry("302", State.SIGNED_BY_OTHER),
            Map.entry("303", State.SIGNED_BY_OTHER),
            Map.entry("304", State.IN_LOCKER),
            Map.entry("4", State.RETURNED),
            Map.entry("5", State.DELIVERING),
            Map.entry("6", State.RETURNING),
            Map.entry("7", State.FORWARDED),
            Map.entry("14", State.REFUSED));

    private Answer() {}

    /**
     * Reads an answer.
     *
     * @throws Problem not found, when there is no such parcel yet; unavailable, with the interface's own words, for all else
     */
    static Tracking read(String waybill, String body) {
        JsonNode json = parse(body);
        if (!"200".equals(json.path("status").asText())) {
            String message = json.path("message").asText();
            Text words = Text.of(message.length() > LONGEST ? message.substring(0, LONGEST) : message);
            throw "500".equals(json.path("returnCode").asText())
                    ? Problem.notFound(TEXTS.get("unknown", waybill, words))
                    : Problem.unavailable(
                            TEXTS.get("refused", json.path("returnCode").asText(), words));
        }
        // What has no word here is on its way: a state that says it has arrived is never guessed.
        State state = STATES.getOrDefault(json.path("state").asText(), State.IN_TRANSIT);
        return new Tracking(waybill, state, events(json.path("data")));
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject() && (json.has("status") || json.has("returnCode"))) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Said below, as for JSON that is something else.
        }
        throw Problem.unavailable(TEXTS.get("unreadable"));
    }

    private static List<Tracking.Event> events(JsonNode data) {
        List<Tracking.Event> events = new ArrayList<>();
        for (JsonNode one : data) {
            Instant at = time(one.path("ftime").asText(one.path("time").asText()));
            if (at != null) {
                events.add(new Tracking.Event(at, one.path("context").asText()));
            }
        }
        events.sort(Comparator.comparing(Tracking.Event::at));
        return events;
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
