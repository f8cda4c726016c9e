// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Reads addresses over and over, one client each, until it is closed. */
final class Load implements AutoCloseable {
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private final ExecutorService clients;
    private volatile boolean closed;

    private Load(int clients) {
        this.clients = Executors.newFixedThreadPool(clients);
    }

    static Load on(Rest rest, String... paths) {
        Load load = new Load(paths.length);
        for (String path : paths) {
            load.clients.execute(() -> load.read(rest, path));
        }
        return load;
    }

    /** What went wrong so far. */
    List<String> failures() {
        return failures;
    }

    /** Waits for so many more answers. */
    void awaitMore(int more) {
        long enough = answers.get() + more;
        Await.until(Duration.ofSeconds(30), more + " more answers", () -> answers.get() >= enough);
    }

    @Override
    public void close() {
        closed = true;
        clients.shutdown();
    }

    private void read(Rest rest, String path) {
        while (!closed) {
            try {
                Rest.Answer answer = rest.get(path);
                if (answer.status() != 200) {
                    failures.add(path + " " + answer.status() + " " + answer.body());
                }
            } catch (RuntimeException e) {
                failures.add(path + " " + e);
            }
            answers.incrementAndGet();
        }
    }
}
