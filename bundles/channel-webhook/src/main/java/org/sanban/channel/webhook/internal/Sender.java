// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Sends events, signed, and says what the answer means. */
@Component(service = Sender.class)
public final class Sender {
    private static final Texts TEXTS = Texts.of(Sender.class);

    private final WebhookSettings settings;
    private final SSLSocketFactory tls;
    private final Supplier<Instant> clock;

    @Activate
    public Sender(@Reference WebhookSettings settings) {
        this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), Instant::now);
    }

    Sender(WebhookSettings settings, SSLSocketFactory tls, Supplier<Instant> clock) {
        this.settings = settings;
        this.tls = tls;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        Packet.forgetTypes();
    }

    /** A connection for one sender of events. */
    Line line() {
        return new Line(settings.addresses(), tls, settings.timeout());
    }

    /** The source of events of a division. */
    URI source(String division) {
        return settings.source(division);
    }

    /** Sends an event. */
    Outcome send(CloudEvent event, Subscription to, Line line) {
        if (settings.fault().isPresent()) {
            return new Outcome(Outcome.State.LATER, 0, 0, settings.fault().get(), null);
        }
        Packet packet = Packet.of(event, to.format());
        Instant now = clock.get();
        Map<String, String> headers = new LinkedHashMap<>(packet.headers());
        headers.put("webhook-id", event.getId());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", to.secrets().sign(event.getId(), now, packet.body()));
        long began = System.nanoTime();
        Target target = to.target();
        try {
            Reply reply = line.post(target, headers, packet.body());
            Outcome.State state = Outcome.meaning(reply.status());
            Text why = state == Outcome.State.TAKEN ? null : why(reply.status());
            Duration patience = state == Outcome.State.LATER ? reply.patience(now, settings.longestPatience()) : null;
            return new Outcome(state, reply.status(), since(began), why, patience);
        } catch (IOException e) {
            return new Outcome(Outcome.State.LATER, 0, since(began), why(target, e), null);
        } catch (Problem e) {
            return new Outcome(Outcome.State.LATER, 0, since(began), e.detail(), null);
        }
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static Text why(int status) {
        return TEXTS.get(status / 100 == 3 ? "answer.redirect" : "answer.status", status);
    }

    private Text why(Target target, IOException e) {
        String host = target.authority();
        if (e instanceof SocketTimeoutException) {
            return TEXTS.get("answer.slow", host, settings.timeout().toSeconds());
        }
        return e instanceof SSLException
                ? TEXTS.get("answer.tls", host, e.getMessage())
                : TEXTS.get("answer.none", host);
    }
}
