// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.sanban.api.data.Moments;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalService;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * A subscription as its owner sees it: all but the secret.
 *
 * @param listener under which {@code /journal/deliveries} has it
 * @param account who made it
 * @param oldSecretUntil until when a replaced secret signs too, {@code null} when none does
 * @param delivery how delivery stands, in the answer about one alone
 */
@Schema(name = "Webhook", description = "订阅 A subscription")
public record WebhookView(
        long id,
        int version,
        Subscription.State state,
        Text stateName,
        String name,
        String url,
        Set<JournalEntry.Kind> kinds,
        Set<String> modes,
        Set<String> matters,
        String division,
        Format format,
        String listener,
        String account,
        Instant madeAt,
        Instant changedAt,
        Instant oldSecretUntil,
        Standing delivery) {
    private static final Texts TEXTS = Texts.of(WebhookView.class);

    /**
     * How delivery stands.
     *
     * @param waiting whether events wait
     * @param since when the oldest of them happened
     * @param parked how many were refused and are set aside
     * @param lastError why the last one was not taken
     */
    @Schema(name = "WebhookStanding", description = "投递情况 How delivery stands")
    public record Standing(boolean waiting, Instant since, int parked, String lastError) {}

    /**
     * A subscription with its secret, shown this once.
     *
     * @param secret what to check signatures with
     */
    @Schema(name = "WebhookMade", description = "订阅及其密钥，只显示这一次 The secret is shown this once")
    public record Made(WebhookView webhook, String secret) {}

    /** What came back from a test. */
    @Schema(name = "WebhookTest", description = "测试结果 What came back; status 0 is no answer")
    public record Tested(Outcome.State state, int status, long millis, Text why) {}

    /** An event that was sent, or tried to be. */
    @Schema(
            name = "WebhookDelivery",
            description = "投递记录 An event that was sent, or tried to be; status 0 is no answer")
    public record Attempted(
            String event, String type, Outcome.State state, int status, int tries, long millis, Instant at, Text why) {}

    static WebhookView of(Subscription one, JournalService.Delivery delivery) {
        Secrets secrets = one.secrets();
        return new WebhookView(
                one.id(),
                one.version(),
                one.state(),
                TEXTS.get("state." + one.state().name().toLowerCase(Locale.ROOT)),
                one.name(),
                one.url(),
                one.filter().kinds(),
                one.filter().modes(),
                one.filter().matters(),
                one.filter().division(),
                one.format(),
                one.listener(),
                one.account(),
                one.madeAt(),
                one.changedAt(),
                secrets.overlap(Instant.now()) ? secrets.until() : null,
                delivery == null
                        ? null
                        : new Standing(delivery.waiting(), delivery.since(), delivery.parked(), delivery.lastError()));
    }

    static Made made(Subscription one) {
        return new Made(of(one, null), one.secrets().current());
    }

    static Tested tested(Outcome outcome) {
        return new Tested(outcome.state(), outcome.status(), outcome.millis(), outcome.why());
    }

    static Attempted attempted(AttemptEntity row) {
        return new Attempted(
                row.event,
                row.type,
                row.state,
                row.status,
                row.tries,
                row.millis,
                Moments.of(row.triedAt),
                row.whyZh == null ? null : new Text(row.whyZh, row.whyEn));
    }
}
