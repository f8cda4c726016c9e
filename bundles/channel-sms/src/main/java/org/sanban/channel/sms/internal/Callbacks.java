// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.sanban.api.problem.Problem;

/** What a provider tells of its own accord over HTTP (状态报告、上行短信), in its own form. */
final class Callbacks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_REASON = 120;
    private static final char UNREADABLE = '\uFFFD';
    private static final Charset GBK = Charset.forName("GB18030");

    private final Config config;
    private final Inbox inbox;
    private final byte[] token;
    private final JsonPointer receipts;
    private final JsonPointer reference;
    private final Rule arrived;
    private final Rule pending;
    private final JsonPointer reason;
    private final JsonPointer replies;
    private final JsonPointer phone;
    private final JsonPointer text;

    private Callbacks(Config config, Inbox inbox) {
        this.config = config;
        this.inbox = inbox;
        token = bytes(config.token().strip());
        receipts = Rule.pointer("receipt.list", config.receipt_list());
        reference = Rule.pointer("receipt.reference", config.receipt_reference());
        arrived = Rule.of("receipt.arrived", config.receipt_arrived());
        pending = Rule.of("receipt.pending", config.receipt_pending());
        reason = Rule.pointer("receipt.reason", config.receipt_reason());
        replies = Rule.pointer("reply.list", config.reply_list());
        phone = Rule.pointer("reply.phone", config.reply_phone());
        text = Rule.pointer("reply.text", config.reply_text());
    }

    /** @return {@code null} where no token was agreed on: then nothing is heard */
    static Callbacks of(Config config, Inbox inbox) {
        return config.token().isBlank() ? null : new Callbacks(config, inbox);
    }

    /** What the provider wants to read. */
    String answer() {
        return config.callbackAnswer();
    }

    /** @throws Problem forbidden, when the token is another */
    void admit(String shown) {
        if (!MessageDigest.isEqual(token, bytes(String.valueOf(shown)))) {
            throw Problem.forbidden(SmsChannel.TEXTS.get("token"));
        }
    }

    /**
     * Takes receipts.
     *
     * @throws Problem invalid, when there is none in it; unavailable, when they cannot be written down now
     */
    void receipts(byte[] body, String type) {
        boolean any = false;
        for (JsonNode one : each(parse(body, type).at(receipts))) {
            String about = reference.matches() ? "" : one.at(reference).asText();
            boolean known = !about.isEmpty() && !arrived.word(one).isEmpty();
            any |= known;
            if (known && !pending.applies(one)) {
                inbox.receipt(about, arrived.applies(one) ? null : why(one));
            }
        }
        found(any, "receipt.reference, receipt.arrived");
    }

    /** Takes replies. */
    void replies(byte[] body, String type) {
        boolean any = false;
        for (JsonNode one : each(parse(body, type).at(replies))) {
            String from = phone.matches() ? "" : one.at(phone).asText();
            any |= !from.isEmpty();
            if (!from.isEmpty() && !text.matches()) {
                inbox.reply(from, one.at(text).asText());
            }
        }
        found(any, "reply.phone, reply.text");
    }

    private String why(JsonNode one) {
        String words = arrived.word(one)
                + (reason.matches() ? "" : " " + one.at(reason).asText());
        return (words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words).strip();
    }

    private static Iterable<JsonNode> each(JsonNode found) {
        return found.isArray() ? found : List.of(found);
    }

    private static void found(boolean any, String settings) {
        if (!any) {
            throw Problem.invalid("body", SmsChannel.TEXTS.get("nothing-found", settings));
        }
    }

    /** A form becomes an object of its fields. Who wants out is understood, whatever the provider writes in. */
    private static JsonNode parse(byte[] body, String type) {
        String utf8 = new String(body, StandardCharsets.UTF_8);
        String content = utf8.indexOf(UNREADABLE) < 0 ? utf8 : new String(body, GBK);
        if (String.valueOf(type).contains("form")) {
            ObjectNode fields = JSON.createObjectNode();
            for (String pair : content.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
            return fields;
        }
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw Problem.invalid("body", SmsChannel.TEXTS.get("json"));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, charsetOf(text));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Charset charsetOf(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8).indexOf(UNREADABLE) < 0 ? StandardCharsets.UTF_8 : GBK;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
