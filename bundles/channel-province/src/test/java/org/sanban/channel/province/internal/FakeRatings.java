// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.api.evaluation.ExchangedRating;
import org.sanban.api.evaluation.RatingExchange;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;

/** Ratings that were given; 2 of the interface is 4 of the standard. */
final class FakeRatings implements RatingExchange {
    private final List<Given> given = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    boolean away;

    void rate(String number, int nth, Instant at, String text) {
        given.add(new Given("k" + (1000 + given.size()), number, nth, Samples.TOWN, at));
        words.putIfAbsent(number + nth, text);
    }

    void forget(String number, int nth) {
        words.remove(number + nth);
    }

    @Override
    public Page<Given> given(PageRequest page, Actor actor) {
        if (away) {
            throw new IllegalStateException("no database");
        }
        List<Given> rows = given.stream()
                .filter(one -> page.after() == null || one.key().compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page, Given::key);
    }

    @Override
    public ExchangedRating rating(String number, int nth, Form form, Actor actor) {
        if (!words.containsKey(number + nth)) {
            throw Problem.notFound("rating", number);
        }
        boolean down = form == Form.INTERFACE;
        return new ExchangedRating(
                Samples.TOWN,
                null,
                FakeCases.MATTER,
                "示例事项",
                number,
                null,
                "王受理（示例）",
                "1",
                null,
                null,
                down ? "1" : "2",
                down ? "2" : "4",
                "不满意",
                null,
                words.get(number + nth),
                "2026-11-23 10:05:00",
                nth,
                down ? "3" : "二维码",
                "3",
                null);
    }
}
