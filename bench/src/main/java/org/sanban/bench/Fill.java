// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cases put through a door before it is measured, in many stages: of ten, four are submitted, four accepted, two decided.
 * In the distribution two of the submitted ones are another town's.
 */
final class Fill {
    private static final int CLIENTS = 16;

    private final Door door;
    private final List<String> numbers = new ArrayList<>();
    private int cases;
    private long commands;
    private IOException failure;

    Fill(Door door) {
        this.door = door;
    }

    /** Goes on until there are {@code rows} cases, and returns how long that took. */
    Duration to(int rows) {
        AtomicInteger next = new AtomicInteger(cases);
        List<Thread> threads = new ArrayList<>();
        long from = System.nanoTime();
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(() -> work(next, rows));
            thread.start();
            threads.add(thread);
        }
        threads.forEach(Waiting::join);
        cases = Math.max(cases, rows);
        if (failure != null) {
            throw new IllegalStateException("a command failed while the table was filled", failure);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    Door door() {
        return door;
    }

    /** Some case of the first town. */
    String any() {
        return numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
    }

    int cases() {
        return cases;
    }

    long commands() {
        return commands;
    }

    private void work(AtomicInteger next, int rows) {
        List<String> mine = new ArrayList<>();
        long done = 0;
        try (Http http = new Http(door.port())) {
            for (int i = next.getAndIncrement(); i < rows; i = next.getAndIncrement()) {
                done += one(http, i, mine);
            }
        } catch (IOException e) {
            failed(e);
        }
        keep(mine, done);
    }

    private synchronized void failed(IOException e) {
        failure = e;
    }

    private synchronized void keep(List<String> mine, long done) {
        numbers.addAll(mine);
        commands += done;
    }

    private int one(Http http, int index, List<String> made) throws IOException {
        int kind = index % 10;
        String key = UUID.randomUUID().toString();
        if (kind < 2 && door instanceof Sanban sanban) {
            sanban.submit(http, key, 1);
            return 1;
        }
        String number = door.submit(http, key);
        made.add(number);
        if (kind < 4) {
            return 1;
        }
        door.act(http, number, 1, Door.Step.ACCEPT);
        if (kind < 8) {
            return 2;
        }
        door.act(http, number, 2, Door.Step.DECIDE);
        return 3;
    }
}
