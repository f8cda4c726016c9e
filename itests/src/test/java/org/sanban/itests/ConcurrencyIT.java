// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What colleagues gain: two who act at once never undo each other, and a repeated request is carried out once. */
@ExtendWith(Distribution.class)
class ConcurrencyIT {
    private final Rest clerk = Distribution.get().as("chengguan-clerk");
    private final Rest other = Distribution.get().as("chengguan-clerk2");

    @Test
    void ofTwoClerksAtOnceOneWinsAndTheOtherIsToldWhatHappened() throws Exception {
        for (int round = 0; round < 10; round++) {
            String number = Sample.submit(clerk, Sample.committedMatter(clerk));
            CyclicBarrier together = new CyclicBarrier(2);
            List<Callable<Rest.Answer>> work =
                    List.of(() -> withdraw(clerk, together, number), () -> withdraw(other, together, number));
            List<Rest.Answer> answers = new ArrayList<>();
            for (Future<Rest.Answer> one : all(work, 2)) {
                answers.add(one.get());
            }
            int won = answers.get(0).status() == 200 ? 0 : 1;
            answers.get(won).expect(200);
            Rest.Answer lost = answers.get(1 - won).expect(409);
            JsonNode journal = clerk.get("/cases/" + number + "/journal").json().path("items");
            assertEquals(2, journal.size(), journal.toString());
            assertTrue(lost.detail().contains(journal.get(1).path("actor").asText()), lost.detail());
        }
    }

    private static Rest.Answer withdraw(Rest who, CyclicBarrier together, String number) throws Exception {
        together.await();
        return who.act(number, 1, "withdraw", Map.of("reason", "申请人撤回"));
    }

    @Test
    void aVersionInTheHeaderCountsAsOneInTheBody() {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        Map<String, Object> note = Map.of("name", "note", "note", "已核对");
        String actions = "/cases/" + number + "/actions";
        clerk.post(actions, note).expect(400);
        String tag = clerk.post(actions, note, "If-Match", "\"1\"")
                .expect(200)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        other.post(actions, note, "If-Match", "\"1\"").expect(409);
        other.post(actions, note, "If-Match", tag).expect(200);
    }

    @Test
    void noUpdateIsLostUnderManyClients() throws Exception {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        int clients = 64;
        int each = 2;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            work.add(() -> note(number, each));
        }
        int done = 0;
        for (Future<Integer> one : all(work, clients)) {
            done += one.get();
        }
        assertEquals(clients * each, done);
        assertEquals(
                1 + done, clerk.get("/cases/" + number).json().path("version").asInt());
    }

    private int note(String number, int times) {
        int done = 0;
        while (done < times) {
            int version = clerk.get("/cases/" + number)
                    .expect(200)
                    .json()
                    .path("version")
                    .asInt();
            int status = clerk.post(
                            "/cases/" + number + "/actions",
                            Map.of("name", "note", "version", version, "note", "第" + done))
                    .status();
            assertTrue(status == 200 || status == 409, "status " + status);
            done += status == 200 ? 1 : 0;
        }
        return done;
    }

    @Test
    void aKeyMakesOneCaseHoweverOftenItIsSent() throws Exception {
        JsonNode matter = Sample.committedMatter(clerk);
        Map<String, Object> draft = Sample.draft(matter);
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> clerk.post("/cases", draft, "Idempotency-Key", "one-key")
                    .expect(201)
                    .json()
                    .path("number")
                    .asText());
        }
        Set<String> numbers = new HashSet<>();
        for (Future<String> one : all(work, 8)) {
            numbers.add(one.get());
        }
        assertEquals(1, numbers.size());
        Map<String, Object> changed = new java.util.HashMap<>(draft);
        changed.put("note", "另一个请求");
        clerk.post("/cases", changed, "Idempotency-Key", "one-key").expect(409);
    }

    private static <T> List<Future<T>> all(List<Callable<T>> work, int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return pool.invokeAll(work);
        } finally {
            pool.shutdown();
        }
    }
}
