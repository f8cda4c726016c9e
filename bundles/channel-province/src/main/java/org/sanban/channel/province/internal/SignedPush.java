// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.problem.Texts;

/** Pushes records as JSON over HTTP, each acknowledged by its id. */
final class SignedPush implements Way {
    private static final Texts TEXTS = Texts.of(SignedPush.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Post post;
    private final Names names;
    private final Addresses addresses;

    /**
     * Where the other side is, and its words for an acknowledgement.
     *
     * @param push where records go
     * @param compare where it tells what it has, {@code null} where it does not
     * @param taken codes of what it has taken
     * @param later codes of what is to be tried again; every other is a refusal
     */
    record Addresses(URI push, URI compare, Set<String> taken, Set<String> later) {}

    SignedPush(Post post, Names names, Addresses addresses) {
        this.post = post;
        this.names = names;
        this.addresses = addresses;
    }

    @Override
    public Map<String, Verdict> send(List<Row> rows) throws NotSent {
        ObjectNode body = JSON.createObjectNode();
        for (Row row : rows) {
            ObjectNode record = body.withArray(names.of("records")).addObject();
            record.put(names.of("table"), names.of(row.record().subject()));
            record.put(names.of("id"), row.record().guid());
            record.put(names.of("sm3"), row.digest());
            ObjectNode data = record.putObject(names.of("data"));
            row.texts().forEach(data::put);
        }
        JsonNode answer = post.post(addresses.push(), bytes(body));
        Map<String, Verdict> verdicts = new HashMap<>();
        for (JsonNode one : answer.path(names.of("results"))) {
            verdicts.put(one.path(names.of("id")).asText(), verdict(one));
        }
        return verdicts;
    }

    private Verdict verdict(JsonNode one) {
        String code = one.path(names.of("code")).asText();
        if (addresses.taken().contains(code)) {
            return Verdict.TAKEN;
        }
        String reason = code + " " + one.path(names.of("message")).asText();
        return addresses.later().contains(code) ? Verdict.later(reason) : Verdict.refused(reason);
    }

    @Override
    public boolean compares() {
        return addresses.compare() != null;
    }

    @Override
    public List<Held> held(LocalDate day, String after) throws NotSent {
        ObjectNode question = JSON.createObjectNode();
        question.put(names.of("day"), day.toString());
        question.put(names.of("after"), after);
        JsonNode answer = post.post(addresses.compare(), bytes(question));
        if (!answer.path(names.of("records")).isArray()) {
            throw NotSent.down(TEXTS.get("compare.answer"), null);
        }
        List<Held> held = new ArrayList<>();
        for (JsonNode one : answer.path(names.of("records"))) {
            held.add(new Held(
                    one.path(names.of("id")).asText(), one.path(names.of("sm3")).asText(null)));
        }
        return held;
    }

    @Override
    public void cancel() {
        post.cancel();
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
