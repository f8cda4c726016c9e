// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks over and over, one client for each question, until it is closed. */
final class Load implements AutoCloseable {
    private static final Predicate<Rest.Answer> DONE = answer -> answer.status() / 100 == 2;
    private static final Predicate<Rest.Answer> OR_AWAY = DONE.or(answer ->
            answer.status() == 503 && answer.headers().firstValue("Retry-After").isPresent());

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong away = new AtomicLong();
    private final Predicate<Rest.Answer> good;
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private volatile boolean closed;

    private Load(Predicate<Rest.Answer> good) {
        this.good = good;
    }

    /** Reads that must all be answered. */
    static Load on(Rest rest, String... paths) {
        return new Load(DONE).reading(rest, paths);
    }

    /** Questions to what is replaced meanwhile: "come again" is an answer, too. */
    static Load onReplaced() {
        return new Load(OR_AWAY);
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
                if (answer.status() == 503) {
                    away.incrementAndGet();
                }
            } catch (RuntimeException e) {
                failures.add(what + " " + e);
            }
            answers.incrementAndGet();
        }
    }
}
