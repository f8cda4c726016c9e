// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import org.sanban.api.channel.Answer;
import org.sanban.api.http.NotReached;
import org.sanban.api.http.OtherSide;
import org.sanban.api.http.Reply;

/** A provider that takes messages over HTTP, each its own way (短信平台). */
final class HttpProvider implements Provider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_REASON = 120;

    private final HttpForm form;
    private final Rule success;
    private final Rule refused;
    private final JsonPointer reference;
    private final JsonPointer reason;
    private final OtherSide side;
    private volatile boolean connected = true;

    /** @throws org.sanban.api.problem.Problem invalid, naming the setting that is wrong */
    HttpProvider(Config config) {
        form = new HttpForm(config, Clock.systemUTC());
        Checks.set("http.success", config.http_success());
        success = Rule.of("http.success", config.http_success());
        refused = Rule.of("http.refused", config.http_refused());
        reference = Rule.pointer("http.reference", config.http_reference());
        reason = Rule.pointer("http.reason", config.http_reason());
        side = new OtherSide("sms", Duration.ofSeconds(config.timeoutSeconds()), LONGEST);
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public Answer send(Sms sms) {
        try {
            Answer answer = read(side.ask(form.request(sms)), sms);
            connected = true;
            return answer;
        } catch (NotReached e) {
            if (e.why() == NotReached.Why.TOO_LONG) {
                return Answer.later(SmsChannel.TEXTS.get("unreadable", "–").zh(), null);
            }
            connected = false;
            return unreachable(e.why() == NotReached.Why.STOPPED ? "broken" : "unreachable");
        }
    }

    @Override
    public void close() {
        side.close();
    }

    private static Answer unreachable(String text) {
        return Answer.later(SmsChannel.TEXTS.get(text).zh(), null);
    }

    private Answer read(Reply reply, Sms sms) {
        int status = reply.status();
        if (status == 429 || status >= 500) {
            return Answer.later(SmsChannel.TEXTS.get("status", status).zh(), reply.pause());
        }
        JsonNode said = json(reply.text(form.charset()));
        if (said == null) {
            return Answer.later(SmsChannel.TEXTS.get("unreadable", status).zh(), null);
        }
        if (success.applies(said) && status < 300) {
            String given = said.at(reference).asText();
            return Answer.sent(reference.matches() || given.isEmpty() ? null : given);
        }
        // The whole answer may hold whom it is about, so it is told only by what was named.
        String words = masked(
                success.word(said) + " "
                        + (reason.matches() ? "" : said.at(reason).asText()),
                sms);
        if (words.isBlank()) {
            return Answer.later(SmsChannel.TEXTS.get("unreadable", status).zh(), null);
        }
        String told = SmsChannel.TEXTS.get("said", status, words.strip()).zh();
        return refused.applies(said) ? Answer.refused(told) : Answer.later(told, null);
    }

    private static String masked(String words, Sms sms) {
        String phone = Phone.local(sms.phone()).orElse(sms.phone());
        String cut = words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words;
        return cut.replace(phone, "***").replaceAll("1[3-9][0-9]{9}", "***");
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json != null && json.isContainerNode() ? json : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
