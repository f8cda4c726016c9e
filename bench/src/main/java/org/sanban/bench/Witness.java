// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows which commands were acknowledged and which were left unanswered, and compares that with what is there. */
final class Witness {
    /** Numbers with the version last acknowledged. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    /** Drafts by idempotency key that were not answered. */
    private final Map<String, String> drafts = new ConcurrentHashMap<>();
    /** Numbers with the version that an unanswered step would have led to. */
    private final Map<String, Integer> steps = new ConcurrentHashMap<>();

    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger commands = new AtomicInteger();
    private int entries;
    private int done;

    /** Submits a case and keeps the answer. */
    String submit(Http http, Sanban sanban) throws IOException {
        String key = UUID.randomUUID().toString();
        String draft = sanban.draft(0);
        drafts.put(key, draft);
        String number = sanban.submit(http, key, 0, draft);
        drafts.remove(key);
        keep(number);
        return number;
    }

    /** Does a step of a case at {@code version} and keeps the answer. */
    void act(Http http, Sanban sanban, String number, int version, Door.Step step) throws IOException {
        steps.put(number, version + 1);
        sanban.act(http, number, version, step);
        acknowledged.put(number, version + 1);
        steps.remove(number);
        commands.incrementAndGet();
    }

    int acknowledged() {
        return commands.get();
    }

    int unanswered() {
        return drafts.size() + steps.size();
    }

    /** How many of the unanswered commands had been done nevertheless. */
    int done() {
        return done;
    }

    int cases() {
        return acknowledged.size();
    }

    int entries() {
        return entries;
    }

    List<String> faults() {
        return faults;
    }

    private void keep(String number) {
        commands.incrementAndGet();
        if (acknowledged.put(number, 1) != null) {
            faults.add("number " + number + " was given twice");
        }
    }

    /**
     * Finds out what became of the unanswered commands. A draft is sent again twice under its key: both answers name one
     * case.
     */
    void settle(Sanban sanban) throws IOException {
        done = 0;
        try (Http http = new Http(sanban.port())) {
            for (Map.Entry<String, String> draft : drafts.entrySet()) {
                Http.Answer first = sanban.post(http, draft.getKey(), 0, draft.getValue());
                Http.Answer second = sanban.post(http, draft.getKey(), 0, draft.getValue());
                String number = Sanban.number(first.expect(201).body());
                if (!number.equals(Sanban.number(second.expect(201).body()))) {
                    faults.add("the key " + draft.getKey() + " made two cases");
                }
                done += first.body().contains("\"repeated\":true") ? 1 : 0;
                keep(number);
            }
        }
        drafts.clear();
    }

    /**
     * Compares all cases with their verdicts: version, hash chain, and the case's own head.
     *
     * @return how many entries each case has
     */
    Map<String, Integer> verify(Sanban sanban) throws IOException {
        Map<String, Integer> found = new ConcurrentHashMap<>();
        entries = 0;
        try (Http http = new Http(sanban.port())) {
            String after = null;
            do {
                JsonNode page = sanban.verdicts(http, after);
                page.path("items").forEach(verdict -> judge(verdict, found));
                after = page.path("next").asText(null);
            } while (after != null);
        }
        acknowledged.forEach((number, version) -> compare(number, version, found.get(number)));
        found.keySet().stream()
                .filter(number -> !acknowledged.containsKey(number))
                .forEach(number -> faults.add("case " + number + " was submitted by nobody"));
        steps.clear();
        return found;
    }

    private void judge(JsonNode verdict, Map<String, Integer> found) {
        String number = verdict.path("number").asText();
        if (verdict.hasNonNull("fault")) {
            faults.add("case " + number + ": " + verdict.path("fault").asText());
        }
        int version = verdict.path("entries").asInt();
        entries += version;
        if (found.put(number, version) != null) {
            faults.add("number " + number + " is there twice");
        }
    }

    /** An unanswered step may have been done or not, but nothing else. */
    private void compare(String number, int version, Integer found) {
        if (found == null) {
            faults.add("case " + number + " is lost");
        } else if (found.equals(steps.get(number))) {
            acknowledged.put(number, found);
            done++;
        } else if (found != version) {
            faults.add("case " + number + " is at version " + found + ", acknowledged was " + version);
        }
    }
}
