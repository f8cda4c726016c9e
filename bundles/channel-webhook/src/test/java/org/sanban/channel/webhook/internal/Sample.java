// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** Entries of a made-up case, full of what must not leave the platform, and a subscription. */
final class Sample {
    static final String NUMBER = "61092626000000017";
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final Instant AT = Instant.parse("2026-11-24T01:02:03.456Z");

    private Sample() {}

    static JournalEntry entry(int seq, Kind kind) {
        return new JournalEntry(
                seq,
                NUMBER,
                seq,
                AT,
                kind,
                "accept",
                Text.of("受理"),
                "submitted",
                "handling",
                Status.OPEN,
                "clerk",
                "王受理（示例）",
                "rest",
                Samples.TOWN,
                true,
                Map.of("note", "家住示例路1号", "answers", Map.of("income", "1234")),
                "0".repeat(64));
    }

    static Case state() {
        return new Case(
                NUMBER,
                3,
                "window",
                1,
                "m",
                "示例事项m",
                1,
                false,
                Samples.SITE.code(),
                Samples.TOWN,
                Samples.person(),
                "done",
                Text.of("已办结"),
                Status.DONE,
                new Holder(null, null, null),
                "clerk",
                AT,
                AT,
                new Due(5, AT, LocalDate.of(2026, 12, 1), null, 5, Light.ON_TIME, Text.of("示例"), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("income", "1234"),
                List.of(),
                null);
    }

    static Filter all() {
        return new Filter(Set.of(), Set.of(), Set.of(), Samples.COUNTY);
    }

    static Subscription to(String url, Format format) {
        return new Subscription(
                7,
                1,
                Subscription.State.ACTIVE,
                "示例系统",
                url,
                all(),
                format,
                new Secrets(SECRET, null, null),
                "system",
                AT,
                AT);
    }
}
