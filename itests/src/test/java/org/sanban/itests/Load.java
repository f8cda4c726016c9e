// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks over and over, one client for each question, until it is closed. */
final class Load implements AutoCloseable {
    private static final Predicate<Rest.Answer> DONE = answer -> answer.status() / 100 == 2;
    /** SOAP 1.1 has no status but 500 for a fault. */
    private static final Predicate<Rest.Answer> AWAY =
            answer -> answer.headers().firstValue("Retry-After").isPresent()
                    && (answer.status() == 503 || answer.body().contains("<kind>UNAVAILABLE</kind>"));

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong away = new AtomicLong();
    private final Predicate<Rest.Answer> good;
    private final Duration pause;
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private volatile boolean closed;

    private Load(Predicate<Rest.Answer> good, Duration pause) {
        this.good = good;
        this.pause = pause;
    }

    /** Reads that must all be answered. */
    static Load on(Rest rest, String... paths) {
        return new Load(DONE, Duration.ZERO).reading(rest, paths);
    }

    /** Questions to what is replaced meanwhile: "come again" is an answer, too. */
    static Load onReplaced() {
        return new Load(DONE.or(AWAY), Duration.ZERO);
    }

    /** Steady work of people, who pause between two steps: it must all be done. */
    static Load steady(Duration pause) {
        return new Load(DONE, pause);
    }

    /** Steady work in what is replaced meanwhile: "come again" is an answer when it names the module that is away. */
    static Load steadyOnReplaced(Duration pause, String module) {
        return new Load(DONE.or(AWAY.and(answer -> answer.body().contains(module))), pause);
    }

    Load reading(Rest rest, String... paths) {
        for (String path : paths) {
            asking(path, () -> rest.get(path));
        }
        return this;
    }

    Load asking(String what, Supplier<Rest.Answer> question) {
        clients.execute(() -> ask(what, question));
        return this;
    }

    /** What went wrong so far. */
    List<String> failures() {
        return failures;
    }

    /** How many answers there were, and how many of them said "come again". */
    String told() {
        return answers + " answers, " + away + " of them 503 with Retry-After";
    }

    /** Waits for so many more answers. */
    void awaitMore(int more) {
        long enough = answers.get() + more;
        Await.until(Duration.ofSeconds(60), more + " more answers", () -> answers.get() >= enough);
    }

    @Override
    public void close() {
        closed = true;
        clients.shutdown();
    }

    private void ask(String what, Supplier<Rest.Answer> question) {
        while (!closed) {
            try {
                Rest.Answer answer = question.get();
                if (!good.test(answer)) {
                    failures.add(what + " " + answer.status() + " " + answer.body());
                }
                if (AWAY.test(answer)) {
                    away.incrementAndGet();
                }
            } catch (RuntimeException | AssertionError e) {
                failures.add(what + " " + e);
            }
            answers.incrementAndGet();
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
