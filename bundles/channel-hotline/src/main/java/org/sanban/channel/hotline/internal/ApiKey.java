// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;

/**
 * A system that may file requests through the open door.
 *
 * @param name by which it is known here
 * @param division 12-digit code of the division it files requests in
 * @param quota how many requests it may file in an hour
 */
public record ApiKey(String name, String division, int quota) {
    private static final Pattern LINE =
            Pattern.compile("([a-z0-9-]{1,30})\\|([0-9]{12})\\|([1-9][0-9]{0,5})\\|([A-Za-z0-9_-]{16,100})");

    /** Reads {@code name|division|quota|key}; each that is nothing of the kind is left out and told. */
    static Map<String, ApiKey> read(List<String> lines, Runnable wrong) {
        Map<String, ApiKey> keys = new HashMap<>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                keys.put(parts.group(4), new ApiKey(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3))));
            } else {
                wrong.run();
            }
        }
        return Map.copyOf(keys);
    }

    /** Who files the requests. */
    public Actor actor() {
        return new Actor(account(), name, Set.of(Role.SYSTEM), division, HotlineChannel.ID);
    }

    /** By what its requests are known. */
    public String account() {
        return "open311:" + name;
    }
}
