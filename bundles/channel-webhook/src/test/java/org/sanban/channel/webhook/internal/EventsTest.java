// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.http.HttpMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.test.Samples;

class EventsTest {
    private static final URI SOURCE = URI.create("urn:sanban:610926000000");
    private static final CloudEvent EVENT = Events.of(Sample.entry(2, Kind.CORRECTION_ASKED), Sample.state(), SOURCE);

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSdkReadsWhatIsSentInBothFormats(Format format) {
        Packet packet = Packet.of(EVENT, format);
        MessageReader reader = HttpMessageFactory.createReader(packet.headers(), packet.body());
        assertEquals(format == Format.BINARY ? Encoding.BINARY : Encoding.STRUCTURED, reader.getEncoding());
        CloudEvent read = reader.toEvent();
        assertEquals("1.0", read.getSpecVersion().toString());
        assertEquals("61092626000000017/2", read.getId());
        assertEquals("org.sanban.case.correction-asked", read.getType());
        assertEquals("61092626000000017", read.getSubject());
        assertEquals(SOURCE, read.getSource());
        assertEquals(OffsetDateTime.parse("2026-11-24T01:02:03.456Z"), read.getTime());
        assertEquals("application/json", read.getDataContentType());
    }

    @Test
    void theHeadersAreThoseOfTheHttpBinding() throws Exception {
        Packet structured = Packet.of(EVENT, Format.STRUCTURED);
        assertTrue(structured.headers().get("Content-Type").startsWith("application/cloudevents+json"));
        JsonNode whole = new ObjectMapper().readTree(structured.body());
        assertEquals("CORRECTION_ASKED", whole.path("data").path("kind").asText());
        Packet binary = Packet.of(EVENT, Format.BINARY);
        assertEquals("application/json", binary.headers().get("Content-Type"));
        assertEquals("61092626000000017/2", binary.headers().get("ce-id"));
        assertEquals("1.0", binary.headers().get("ce-specversion"));
        assertEquals(whole.path("data"), new ObjectMapper().readTree(binary.body()));
    }

    @Test
    void anEventSaysWhatIsNeededAndNamesNobody() throws Exception {
        String text = new String(Packet.of(EVENT, Format.STRUCTURED).body(), StandardCharsets.UTF_8);
        JsonNode data = new ObjectMapper().readTree(text).path("data");
        assertEquals(
                "{\"number\":\"61092626000000017\",\"seq\":2,\"kind\":\"CORRECTION_ASKED\",\"action\":\"accept\","
                        + "\"stage\":\"handling\",\"status\":\"OPEN\",\"mode\":\"window\",\"matter\":\"m\","
                        + "\"site\":\"610926100000-01\",\"division\":\"610926100000\",\"due\":\"2026-12-01\"}",
                data.toString());
        for (String personal : new String[] {"张", "王", "8401234", "360426", "示例路", "income", "clerk"}) {
            assertFalse(text.contains(personal), personal);
        }
    }

    @Test
    void theIdIsTheSameWheneverTheEventIsMade() {
        JournalEntry again = Sample.entry(2, Kind.CORRECTION_ASKED);
        assertEquals(EVENT.getId(), Events.of(again, Sample.state(), SOURCE).getId());
    }

    @Test
    void aFilterTakesWhatItNames() {
        assertTrue(takes(Set.of(), Set.of(), Set.of(), Samples.COUNTY));
        assertTrue(takes(Set.of(Kind.ACCEPTED, Kind.DECIDED), Set.of("window"), Set.of("m"), Samples.TOWN));
        assertFalse(takes(Set.of(Kind.DECIDED), Set.of(), Set.of(), Samples.COUNTY));
        assertFalse(takes(Set.of(), Set.of("onsite"), Set.of(), Samples.COUNTY));
        assertFalse(takes(Set.of(), Set.of(), Set.of("n"), Samples.COUNTY));
        assertFalse(takes(Set.of(), Set.of(), Set.of(), "610926101000"));
        assertFalse(takes(Set.of(), Set.of(), Set.of(), "610926100001"), "a village is told nothing of its town");
    }

    private static boolean takes(Set<Kind> kinds, Set<String> modes, Set<String> matters, String division) {
        return new Filter(kinds, modes, matters, division).takes(Sample.entry(1, Kind.ACCEPTED), Sample.state());
    }
}
