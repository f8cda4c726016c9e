// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.sanban.api.cases.Case;
import org.sanban.api.journal.JournalEntry;

/**
 * What happened to a case, as a CloudEvent. It names no person and carries no answer of one; whoever may know more asks
 * for the case by its number.
 */
final class Events {
    /** Type of the event that only tries whether a receiver takes events. */
    static final String TEST = "org.sanban.webhook.test";

    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Events() {}

    /** The event of an entry; its id is the same whenever it is made. */
    static CloudEvent of(JournalEntry entry, Case state, URI source) {
        ObjectNode data = MAPPER.createObjectNode()
                .put("number", entry.number())
                .put("seq", entry.seq())
                .put("kind", entry.kind().name())
                .put("action", entry.action())
                .put("stage", entry.to())
                .put("status", entry.status().name())
                .put("mode", state.mode())
                .put("matter", state.matter())
                .put("site", state.site())
                .put("division", entry.division());
        if (state.due().dueOn() != null) {
            data.put("due", state.due().dueOn().toString());
        }
        return event(id(entry), type(entry.kind()), source, entry.at(), data)
                .withSubject(entry.number())
                .build();
    }

    /** An event that says nothing but that events arrive. */
    static CloudEvent test(Subscription subscription, URI source, Instant now) {
        ObjectNode data = MAPPER.createObjectNode()
                .put("subscription", subscription.id())
                .put("division", subscription.filter().division());
        return event("test/" + UUID.randomUUID(), TEST, source, now, data).build();
    }

    static String id(JournalEntry entry) {
        return entry.number() + "/" + entry.seq();
    }

    static String type(JournalEntry.Kind kind) {
        return "org.sanban.case." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static CloudEventBuilder event(String id, String type, URI source, Instant at, ObjectNode data) {
        try {
            return CloudEventBuilder.v1()
                    .withId(id)
                    .withType(type)
                    .withSource(source)
                    .withTime(at.atOffset(ZoneOffset.UTC))
                    .withData(JSON, MAPPER.writeValueAsBytes(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
