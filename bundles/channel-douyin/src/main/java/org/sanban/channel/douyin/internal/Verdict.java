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

    /**
     * The person refuses, has had as many as the template allows, never agreed to it. 28014043: Douyin's page on sending
     * subscribe messages of mini games; the other two as a public project quotes the page of notify_user v2.
     */
    private static final Set<Integer> NO_CONSENT = Set.of(28014036, 28014041, 28014043);

    /**
     * Worth another try, and after how many seconds: Douyin's own trouble, its limits, a right that is not given yet. As in
     * Douyin's list of status codes (dop/develop/openapi/status-code, 通用状态码), but for those marked.
     */
    private static final Map<Integer, Integer> LATER = Map.ofEntries(
            Map.entry(28001005, 5),
            Map.entry(28001006, 5),
            // a limit a second for the whole program, not for one person; the page of mini games
            Map.entry(28006003, 2),
            Map.entry(28003018, 60),
            Map.entry(28003017, 3600),
            Map.entry(28001052, 600),
            // a token that is refused even when it is new; 28001003: the page on session keys of mini programs
            Map.entry(28001003, 60),
            Map.entry(28001008, 60),
            // the mini program may not do this, yet or for now
            Map.entry(28001014, 600),
            Map.entry(28001016, 600),
            Map.entry(28001018, 600),
            Map.entry(28001019, 600));

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
