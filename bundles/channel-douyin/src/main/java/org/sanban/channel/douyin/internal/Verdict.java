// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.sanban.api.channel.Answer;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** What Douyin's answer to a message means (err_no). */
final class Verdict {
    private static final Texts TEXTS = Texts.of(Verdict.class);
    private static final int LONGEST = 200;

    /** The person refuses, has no consent left for the template, never agreed to it. */
    private static final Set<Integer> NO_CONSENT = Set.of(28014036, 28014041, 28014043);

    /** Worth another try, and after how many seconds: Douyin's own trouble, its limits, a right that is not given yet. */
    private static final Map<Integer, Integer> LATER = Map.of(
            28001005, 5,
            28001006, 5,
            28006003, 60,
            // a token that is refused even when it is new
            28001003, 60,
            28001008, 60,
            // the mini program may not do this, yet or for now
            28001014, 600,
            28001016, 600,
            28001018, 600,
            28001019, 600);

    private Verdict() {}

    /** @param address whom the message was for, which the reason does not name */
    static Answer of(JsonNode answer, String address) {
        if (!answer.path("err_no").canConvertToInt()) {
            return Line.unreadable().answer();
        }
        int code = answer.path("err_no").asInt();
        if (code == 0) {
            String log = answer.path("log_id").asText();
            return Answer.sent(log.isEmpty() ? null : log);
        }
        String reason =
                words("refused", code, answer.path("err_msg").asText()).zh().replace(address, "…");
        if (NO_CONSENT.contains(code)) {
            return Answer.noConsent(reason);
        }
        Integer seconds = LATER.get(code);
        return seconds == null ? Answer.refused(reason) : Answer.later(reason, Duration.ofSeconds(seconds));
    }

    /** What Douyin said, with its code. */
    static Text words(String key, int code, String said) {
        return TEXTS.get(key, code, said.length() > LONGEST ? said.substring(0, LONGEST) : said);
    }
}
