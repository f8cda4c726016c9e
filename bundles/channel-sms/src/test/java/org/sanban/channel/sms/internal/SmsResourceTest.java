// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

class SmsResourceTest {
    private static final String TOKEN = "sixteen-and-more";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private final FakeMessages messages = new FakeMessages();
    private final SmsChannel channel = channel(TOKEN);
    private final SmsResource door = new SmsResource(channel);

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void aListOfReceiptsIsHandedOnBeforeTheProviderIsAnswered() {
        String body =
                "{\"reports\":[{\"id\":\"r-1\",\"stat\":\"DELIVRD\"},{\"id\":\"r-2\",\"stat\":\"MK:0001\",\"why\":\"停机\"},"
                        + "{\"id\":\"r-3\",\"stat\":\"ACCEPTD\"},{\"stat\":\"DELIVRD\"}]}";
        assertEquals("{\"code\":0}", door.receipts(TOKEN, null, JSON, stream(body)));
        assertEquals(List.of("sms r-1 arrived", "sms r-2 MK:0001 停机"), messages.rest());
    }

    @Test
    void aFormIsReadLikeAnObject() throws InterruptedException {
        SmsChannel plain = channel(TOKEN, "receipt.list", "", "reply.list", "");
        SmsResource resource = new SmsResource(plain);
        resource.receipts(null, TOKEN, FORM, stream("id=r%2F1&stat=DELIVRD"));
        assertEquals("sms r/1 arrived", messages.next());
        resource.replies(null, TOKEN, FORM, stream("from=%2B8613800000000&words=%E9%80%80%E8%AE%A2"));
        assertEquals("sms unbind 13800000000", messages.next());
        resource.replies(null, TOKEN, FORM, stream("from=13800000001&words=%CD%CB%B6%A9"));
        assertEquals("sms unbind 13800000001", messages.next(), "GBK");
        plain.close();
    }

    @Test
    void whoWantsOutIsUnderstoodInAnotherEncoding() throws InterruptedException {
        byte[] gbk = "[{\"from\":\"13800000002\",\"words\":\"退订\"}]".getBytes(Charset.forName("GBK"));
        door.replies(TOKEN, null, JSON, new ByteArrayInputStream(gbk));
        assertEquals("sms unbind 13800000002", messages.next());
    }

    @Test
    void whoAnswersSomethingElseStays() {
        door.replies(TOKEN, null, JSON, stream("[{\"from\":\"13800000000\",\"words\":\"谢谢\"}]"));
        channel.close();
        assertEquals(List.of(), messages.rest());
    }

    @Test
    void whoDoesNotKnowTheTokenIsRefused() {
        String body = "{\"reports\":[{\"id\":\"r-1\",\"stat\":\"DELIVRD\"}]}";
        for (String token : new String[] {null, "", "sixteen-and-mor", TOKEN + "x"}) {
            assertKind(Problem.Kind.FORBIDDEN, () -> door.receipts(token, null, JSON, stream(body)));
        }
        assertKind(Problem.Kind.FORBIDDEN, () -> door.replies(TOKEN, "another", JSON, stream("[]")));
        channel.close();
        assertEquals(List.of(), messages.rest());
    }

    @Test
    void withoutATokenNothingIsHeard() {
        SmsChannel deaf = channel("");
        assertKind(Problem.Kind.NOT_FOUND, () -> new SmsResource(deaf).receipts("", null, JSON, stream("{}")));
        deaf.close();
    }

    @Test
    void whatHoldsNothingIsRefusedSoThatItShows() {
        assertKind(Problem.Kind.INVALID, () -> door.receipts(TOKEN, null, JSON, stream("<xml/>")));
        assertKind(Problem.Kind.INVALID, () -> door.receipts(TOKEN, null, JSON, stream("")));
        assertKind(Problem.Kind.INVALID, () -> door.receipts(TOKEN, null, JSON, stream("{\"other\":[]}")));
        assertKind(Problem.Kind.INVALID, () -> door.replies(TOKEN, null, JSON, stream("[{}]")));
        assertKind(Problem.Kind.TOO_LARGE, () -> door.receipts(TOKEN, null, JSON, stream(" ".repeat((1 << 20) + 1))));
    }

    @Test
    void whatCannotBeWrittenDownIsNotTaken() {
        String body = "{\"reports\":[{\"id\":\"r-1\",\"stat\":\"DELIVRD\"}]}";
        messages.failsNext(1);
        assertKind(Problem.Kind.UNAVAILABLE, () -> door.receipts(TOKEN, null, JSON, stream(body)));
        assertEquals(List.of(), messages.rest());
        door.receipts(TOKEN, null, JSON, stream(body));
        assertEquals(List.of("sms r-1 arrived"), messages.rest());
    }

    private SmsChannel channel(String token, String... more) {
        Settings settings = Settings.http("http://127.0.0.1:1")
                .set("token", token)
                .set("callbackAnswer", "{\"code\":0}")
                .set("receipt.list", "/reports")
                .set("receipt.reference", "/id")
                .set("receipt.arrived", "/stat=DELIVRD")
                .set("receipt.pending", "/stat=ACCEPTD")
                .set("receipt.reason", "/why")
                .set("reply.phone", "/from")
                .set("reply.text", "/words");
        for (int i = 0; i < more.length; i += 2) {
            settings.set(more[i], more[i + 1]);
        }
        SmsChannel made = new SmsChannel(settings.config(), messages);
        assertTrue(made.fault().isEmpty(), () -> made.fault().toString());
        return made;
    }

    private static void assertKind(Problem.Kind kind, org.junit.jupiter.api.function.Executable call) {
        assertEquals(kind, assertThrows(Problem.class, call).kind());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
