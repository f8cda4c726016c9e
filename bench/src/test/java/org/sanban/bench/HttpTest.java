// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpTest {
    @Test
    void aBodyEndsAfterItsLengthInBytes() throws IOException {
        InputStream in = bytes("HTTP/1.1 201 Created\r\nContent-Length: 6\r\n\r\n办件HTTP/1.1 204 No Content\r\n\r\n");
        Http.Answer first = Http.read(in);
        assertEquals(201, first.status());
        assertEquals("办件", first.body());
        assertFalse(first.last());
        assertEquals(204, Http.read(in).status());
    }

    @Test
    void chunksAreJoinedAndTheirTrailersSkipped() throws IOException {
        InputStream in = bytes("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\nHTTP/1.1 304 \r\n\r\n");
        assertEquals("abc0123456789", Http.read(in).body());
        assertEquals(304, Http.read(in).status());
    }

    @Test
    void withoutALengthTheBodyGoesToTheEndOfTheConnection() throws IOException {
        Http.Answer answer = Http.read(bytes("HTTP/1.1 200 OK\r\n\r\nrest"));
        assertEquals("rest", answer.body());
        assertTrue(answer.last());
    }

    @Test
    void theServersCloseIsSeen() throws IOException {
        assertTrue(Http.read(bytes("HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
                .last());
    }

    @Test
    void whatBreaksOffIsNoAnswer() {
        assertThrows(EOFException.class, () -> Http.read(bytes("")));
        assertThrows(EOFException.class, () -> Http.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc")));
        assertThrows(IOException.class, () -> Http.read(bytes("SSH-2.0-x\r\n\r\n")));
    }

    @Test
    void anotherStatusThanExpectedSaysWhatCame() {
        Http.Answer answer = new Http.Answer(409, "stale", false);
        IOException thrown = assertThrows(IOException.class, () -> answer.expect(200));
        assertEquals("expected 200, got 409: stale", thrown.getMessage());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
