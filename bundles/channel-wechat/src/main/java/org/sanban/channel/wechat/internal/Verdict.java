// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.sanban.api.channel.Answer;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** What WeChat's answer to a message means (errcode). */
final class Verdict {
    private static final Texts TEXTS = Texts.of(Verdict.class);
    private static final int NO_CONSENT = 43101;
    /** Two at once for one person; WeChat has no page on it, its errmsg says so. */
    private static final int SAME_PERSON = 43108;

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int LONGEST = 200;

    /** Worth another try, and after how many seconds: WeChat's own trouble, its limits, an account that is not right yet. */
    private static final Map<Integer, Integer> LATER = Map.ofEntries(
            Map.entry(-1, 5),
            // too many in a day, in a minute
            Map.entry(45009, 3600),
            Map.entry(45011, 60),
            // a token that is refused even when it is new
            Map.entry(40001, 60),
            Map.entry(40014, 60),
            Map.entry(42001, 60),
            // the address of this server is not on the account's list; the account may not do this (yet, or for now)
            Map.entry(40164, 600),
            Map.entry(48001, 600),
            Map.entry(48004, 600),
            Map.entry(50002, 600));

    private Verdict() {}

    /** @param address whom the message was for, which the reason does not name */
    static Answer of(JsonNode answer, String address) {
        if (!answer.path("errcode").canConvertToInt()) {
            return Line.unreadable().answer();
        }
        int code = answer.path("errcode").asInt();
        if (code == 0) {
            return Answer.sent(reference(answer));
        }
        String reason = words(answer, "refused").zh().replace(address, "…");
        if (code == NO_CONSENT) {
            return Answer.noConsent(reason);
        }
        if (code == SAME_PERSON) {
            return Answer.notYet(reason, MOMENT);
        }
        Integer seconds = LATER.get(code);
        return seconds == null ? Answer.refused(reason) : Answer.later(reason, Duration.ofSeconds(seconds));
    }

    private static String reference(JsonNode answer) {
        String id = answer.path("msgid").asText();
        return id.isEmpty() ? null : id;
    }

    /** What WeChat said, with its code. */
    static Text words(JsonNode answer, String key) {
        String said = answer.path("errmsg").asText();
        return TEXTS.get(
                key, answer.path("errcode").asInt(), said.length() > LONGEST ? said.substring(0, LONGEST) : said);
    }
}
