// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * The address that WeChat posts to. An account with a key takes sealed messages only, so that nobody can go round the
 * seal with a plain one; an account without takes plain ones, whose signature is good for one body.
 */
final class Callback {
    private static final Texts TEXTS = Texts.of(Callback.class);
    private static final int RANDOM = 16;
    private static final String REPLY = "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName>"
            + "<CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>%s</Content></xml>";
    private static final String SEALED = "<xml><Encrypt>%s</Encrypt><MsgSignature>%s</MsgSignature>"
            + "<TimeStamp>%s</TimeStamp><Nonce>%s</Nonce></xml>";

    private final WechatSettings settings;
    private final Conversation conversation;
    private final Guides guides;
    private final Clock clock;
    private final Seen seen = new Seen();
    private final SecureRandom random = new SecureRandom();

    /** What WeChat signs each request with. */
    record Signed(String signature, String timestamp, String nonce) {}

    Callback(WechatSettings settings, Conversation conversation, Guides guides, Clock clock) {
        this.settings = settings;
        this.conversation = conversation;
        this.guides = guides;
        this.clock = clock;
    }

    /** Says back what it was told, to show that it knows the token. */
    String verify(boolean mini, Signed signed, String echo) {
        check(account(mini).envelope(), signed);
        return echo;
    }

    /** Takes a message or an event. */
    byte[] post(boolean mini, Signed signed, String messageSignature, byte[] body) {
        Envelope envelope = account(mini).envelope();
        check(envelope, signed);
        String xml = Utf8.text(body);
        Incoming incoming = Incoming.read(xml);
        if (envelope.sealed()) {
            String sealed = incoming.text("Encrypt");
            envelope.check(messageSignature, signed.timestamp(), signed.nonce(), sealed);
            incoming = Incoming.read(envelope.open(sealed));
        } else {
            seen.bind(signed.timestamp() + ' ' + signed.nonce(), digest(body));
        }
        return reply(envelope, incoming, said(mini, incoming)).getBytes(StandardCharsets.UTF_8);
    }

    private String said(boolean mini, Incoming incoming) {
        String person = incoming.text("FromUserName");
        if (person.isEmpty()) {
            throw Problem.invalid("FromUserName", TEXTS.get("nobody"));
        }
        if (incoming.text("Event").equals("PUBLISHJOBFINISH")) {
            return seen.once(incoming.key(), () -> {
                guides.finished(incoming);
                return "";
            });
        }
        String address = (mini ? WechatChannel.MINI : "") + person;
        return seen.once(mini + incoming.key(), () -> conversation.answer(incoming, address));
    }

    private String reply(Envelope envelope, Incoming to, String words) {
        if (words.isEmpty()) {
            return "";
        }
        long now = clock.instant().getEpochSecond();
        String plain = String.format(
                REPLY, escaped(to.text("FromUserName")), escaped(to.text("ToUserName")), now, escaped(words));
        if (!envelope.sealed()) {
            return plain;
        }
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        String sealed = envelope.seal(plain, bytes);
        String timestamp = Long.toString(now);
        String nonce = Long.toString(random.nextLong() >>> 1);
        return String.format(SEALED, sealed, envelope.sign(timestamp, nonce, sealed), timestamp, nonce);
    }

    private Account account(boolean mini) {
        Account account = mini ? settings.mini() : settings.service();
        if (account == null) {
            throw Problem.notFound(TEXTS.get(mini ? "no-mini" : "no-service"));
        }
        return account;
    }

    private void check(Envelope envelope, Signed signed) {
        envelope.check(signed.signature(), signed.timestamp(), signed.nonce());
        boolean number = signed.timestamp().matches("\\d{1,12}");
        Duration age = number
                ? Duration.between(Instant.ofEpochSecond(Long.parseLong(signed.timestamp())), clock.instant())
                        .abs()
                : null;
        if (age == null || age.compareTo(settings.replay()) > 0) {
            throw Problem.forbidden(TEXTS.get("stale"));
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
