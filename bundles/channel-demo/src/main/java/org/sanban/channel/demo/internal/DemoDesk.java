// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the simulated parties (示例) share: the messages they were given, and what is wrong with them by command. */
@Component(service = DemoDesk.class)
public final class DemoDesk {
    /** What can be wrong with a party. */
    public enum Kind {
        /** It answers after three seconds. */
        SLOW,
        /** It fails: 500. */
        ERROR,
        /** It is asked too much: 429, and to come again in seven seconds. */
        BUSY,
        /** It takes what it is asked and never answers: the connection is half open. */
        HANG,
        /** It begins to answer, and never ends. */
        HALF,
        /** It answers what nobody understands. */
        GARBAGE,
        /** It answers in another encoding: GBK. */
        ENCODING,
        /** It does what it is asked, and its answer is lost: what is sent again is a duplicate. */
        LOST,
        /** What it tells comes twice. */
        TWICE,
        /** What it tells is signed wrongly at first. */
        FORGED,
        /** It tells what became of a message before it has answered: out of order. */
        EARLY;

        /** Whether it shows in place of an answer. */
        private boolean answers() {
            return compareTo(LOST) < 0;
        }
    }

    /**
     * A message as somebody's phone would show it.
     *
     * @param id grows with each
     * @param channel {@code wechat}, {@code douyin}, {@code sms} …
     * @param to whom it is for, as the channel names people; may be {@code null}
     * @param what stands above it: the key of a text of the page
     * @param title what that text is about, as the other side names it: a template's id; may be {@code null}
     * @param fields what it holds, in order; a name is a key of the page's texts or stands for itself
     * @param text what it says in words, may be {@code null}
     */
    public record Shown(
            long id,
            Instant at,
            String channel,
            String to,
            String what,
            String title,
            Map<String, String> fields,
            String text) {
        public Shown {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(DemoDesk.class);
    private static final int MOST = 200;
    /** What makes sense: Douyin, the authorities and a system that subscribes tell nothing that could come too early. */
    private static final Map<String, Set<Kind>> POSSIBLE = Map.of(
            "wechat", EnumSet.allOf(Kind.class),
            "douyin", EnumSet.complementOf(EnumSet.of(Kind.EARLY)),
            "sms", EnumSet.allOf(Kind.class),
            "hotline", EnumSet.complementOf(EnumSet.of(Kind.EARLY)),
            "province", EnumSet.complementOf(EnumSet.of(Kind.EARLY)),
            "webhook", EnumSet.complementOf(EnumSet.of(Kind.EARLY, Kind.TWICE)));

    static final long SLOW = 3;
    static final long HANG = 120;

    private final Deque<Shown> shown = new ArrayDeque<>();
    private final Map<String, Map<Kind, Integer>> faults = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long last;

    @Activate
    public DemoDesk() {
        LOG.warn("Simulated parties are installed at /demo/: for demonstrations, never where real people are served");
    }

    /** Lets go of whoever waits. */
    @Deactivate
    public void close() {
        closed.countDown();
    }

    /** Shows a message; the oldest of many is forgotten. */
    public synchronized void show(
            String channel, String to, String what, String title, Map<String, String> fields, String text) {
        shown.addFirst(new Shown(++last, Instant.now(), channel, to, what, title, fields, text));
        if (shown.size() > MOST) {
            shown.removeLast();
        }
    }

    /** Shows how the platform answered what was signed wrongly, or came once more. */
    void show(String channel, Kind kind, String to, int status) {
        String what = kind == Kind.FORGED ? "forged" : "again";
        show(channel, to, what, Integer.toString(status), Map.of(), null);
    }

    /** What was shown, newest first. */
    public synchronized List<Shown> shown() {
        return new ArrayList<>(shown);
    }

    /** Makes a party misbehave the next {@code count} times; 0 mends it. */
    public synchronized void breaks(String channel, Kind kind, int count) {
        faults.computeIfAbsent(channel, c -> new EnumMap<>(Kind.class)).put(kind, count);
    }

    /** What can be wrong with each party, and how many times it still will be. */
    synchronized Map<String, Map<Kind, Integer>> faults() {
        Map<String, Map<Kind, Integer>> all = new TreeMap<>();
        POSSIBLE.forEach((channel, kinds) -> {
            Map<Kind, Integer> left = new EnumMap<>(Kind.class);
            kinds.forEach(kind ->
                    left.put(kind, faults.getOrDefault(channel, Map.of()).getOrDefault(kind, 0)));
            all.put(channel, left);
        });
        return all;
    }

    /** Whether something else than an answer is wrong with a party this time, which counts as one time. */
    public synchronized boolean does(String channel, Kind kind) {
        Map<Kind, Integer> kinds = faults.getOrDefault(channel, Map.of());
        boolean wrong = kinds.getOrDefault(kind, 0) > 0;
        if (wrong) {
            kinds.merge(kind, -1, Integer::sum);
        }
        return wrong;
    }

    /** Writes an answer, unless it is to be lost. */
    void answer(String channel, HttpServletResponse response, JsonNode answer) throws IOException {
        if (does(channel, Kind.LOST)) {
            answer(response, 502, utf8("<html>502 示例故障</html>"));
        } else {
            Wire.write(response, answer);
        }
    }

    /** What is wrong with a party's answer this time, which counts as one time. */
    public synchronized Optional<Kind> fault(String channel) {
        Map<Kind, Integer> kinds = faults.getOrDefault(channel, Map.of());
        Optional<Kind> next = kinds.entrySet().stream()
                .filter(left -> left.getKey().answers() && left.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
        next.ifPresent(kind -> kinds.merge(kind, -1, Integer::sum));
        return next;
    }

    /**
     * Misbehaves over HTTP, if it is to.
     *
     * @return whether that was the answer; else the party answers as it should
     */
    public boolean misbehaves(String channel, HttpServletResponse response) throws IOException {
        Kind kind = fault(channel).orElse(null);
        if (kind == null) {
            return false;
        }
        switch (kind) {
            case SLOW -> {
                pause(SLOW);
                return false;
            }
            case ERROR -> answer(response, 500, utf8("<html>500 示例故障</html>"));
            case BUSY -> {
                response.setHeader("Retry-After", "7");
                answer(response, 429, utf8(""));
            }
            case HANG -> {
                pause(HANG);
                answer(response, 504, utf8(""));
            }
            case HALF -> {
                response.setContentLength(100);
                answer(response, 200, utf8("{\"code\":"));
                response.flushBuffer();
                pause(HANG);
            }
            case ENCODING -> answer(response, 200, "{\"说明\":\"成功\"}".getBytes(Charset.forName("GBK")));
            default -> answer(response, 200, utf8("?\u0000示例乱码<<{"));
        }
        return true;
    }

    /** Waits, but not for longer than this is here. */
    public void pause(long seconds) {
        try {
            closed.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.getOutputStream().write(body);
    }
}
