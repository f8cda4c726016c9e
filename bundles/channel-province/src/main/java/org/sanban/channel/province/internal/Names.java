// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * What things are called between the two sides. The province's own interface is not published: these names are the
 * platform's, and each can be set to what the province has.
 */
final class Names {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("app", "X-Sanban-App"),
            Map.entry("time", "X-Sanban-Time"),
            Map.entry("nonce", "X-Sanban-Nonce"),
            Map.entry("digest", "X-Sanban-Digest"),
            Map.entry("signature", "X-Sanban-Signature"),
            Map.entry("records", "records"),
            Map.entry("table", "table"),
            Map.entry("id", "id"),
            Map.entry("sm3", "digest"),
            Map.entry("data", "data"),
            Map.entry("results", "results"),
            Map.entry("code", "code"),
            Map.entry("message", "message"),
            Map.entry("day", "day"),
            Map.entry("after", "after"));

    private final Map<String, String> names = new HashMap<>(DEFAULTS);

    /** @throws IllegalArgumentException naming what is no name of ours, or cannot be one of theirs */
    Names(Map<String, String> configured) {
        for (Subject subject : Subject.values()) {
            names.put(subject.table(), subject.table());
        }
        configured.forEach((name, theirs) -> {
            if (!names.containsKey(name) || !theirs.matches("[A-Za-z0-9_.-]{1,100}")) {
                throw new IllegalArgumentException(name + "=" + theirs);
            }
            names.put(name, theirs);
        });
    }

    String of(String name) {
        return names.get(name);
    }

    String of(Subject subject) {
        return names.get(subject.table());
    }
}
