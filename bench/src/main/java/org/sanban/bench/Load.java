// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/** Clients in a closed loop against one door: each sends its next request when the last is answered. */
final class Load {
    private final int port;
    private final List<Client> clients = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    /** What a client does again and again. */
    interface Job {
        void run(Http http) throws IOException;
    }

    private record Client(Job job, Times times) {}

    /** @param jobs makes the job of each client, numbered from 0 */
    Load(int port, int count, IntFunction<Job> jobs) {
        this.port = port;
        for (int i = 0; i < count; i++) {
            clients.add(new Client(jobs.apply(i), new Times()));
        }
    }

    /** Loads the door for a while; may be called again, and {@link #summary} counts all. */
    Load run(Duration time) {
        CountDownLatch start = new CountDownLatch(1);
        long[] end = new long[1];
        List<Thread> threads = clients.stream()
                .map(client -> new Thread(() -> loop(client, start, end)))
                .toList();
        threads.forEach(Thread::start);
        long from = System.nanoTime();
        end[0] = from + time.toNanos();
        start.countDown();
        for (Thread thread : threads) {
            Waiting.join(thread);
        }
        elapsed = elapsed.plusNanos(System.nanoTime() - from);
        return this;
    }

    Times.Summary summary() {
        return Times.sum(clients.stream().map(Client::times).toList(), elapsed);
    }

    private void loop(Client client, CountDownLatch start, long[] end) {
        try (Http http = new Http(port)) {
            start.await();
            for (long now = System.nanoTime(); now < end[0]; now = System.nanoTime()) {
                try {
                    client.job().run(http);
                    client.times().add(System.nanoTime() - now);
                } catch (IOException e) {
                    client.times().failed(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
