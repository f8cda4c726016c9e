// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.channel.hotline.internal.ApiKey;
import org.sanban.channel.hotline.internal.Kind;
import org.sanban.channel.hotline.internal.Requests;
import org.sanban.channel.hotline.internal.State;

/**
 * Which requests are asked for, with the limits of the specification: 90 days, the first 1,000. An empty argument is one
 * that was not given.
 */
record Search(String ids, String codes, String from, String to, String status) {
    private static final Texts TEXTS = Texts.of(Search.class);
    private static final Duration SPAN = Duration.ofDays(90);
    private static final int MOST = 1000;
    private static final int MOST_IDS = 200;

    /** What the specification calls open: no answer yet. */
    static boolean open(State state) {
        return state.open();
    }

    List<Requests.Filed> in(Requests requests, ApiKey reader, Instant now) {
        if (given(ids)) {
            List<String> numbers = words(ids);
            if (numbers.size() > MOST_IDS) {
                throw Problem.invalid("service_request_id", TEXTS.get("ids.many", MOST_IDS));
            }
            return requests.find(numbers, reader);
        }
        Collection<Kind> kinds =
                given(codes) ? words(codes).stream().map(Services::kind).toList() : EnumSet.allOf(Kind.class);
        Instant start = given(from) ? W3c.instant("start_date", from) : null;
        Instant end = given(to) ? W3c.instant("end_date", to) : null;
        if (start != null && end != null && Duration.between(start, end).compareTo(SPAN) > 0) {
            throw Problem.invalid("end_date", TEXTS.get("span.long", SPAN.toDays()));
        }
        Instant until = end != null ? end : start != null ? start.plus(SPAN) : now;
        Instant since = start != null ? start : until.minus(SPAN);
        return requests.find(since, until, states(), kinds, MOST, reader);
    }

    private Set<State> states() {
        if (!given(status)) {
            return EnumSet.allOf(State.class);
        }
        Set<State> states = EnumSet.noneOf(State.class);
        for (String word : words(status)) {
            if (!word.equals("open") && !word.equals("closed")) {
                throw Problem.invalid("status", TEXTS.get("status.wrong", word));
            }
            Arrays.stream(State.values())
                    .filter(state -> open(state) == word.equals("open"))
                    .forEach(states::add);
        }
        return states;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean given(String text) {
        return text != null && text.chars().anyMatch(c -> c != ',' && !Character.isWhitespace(c));
    }
}
