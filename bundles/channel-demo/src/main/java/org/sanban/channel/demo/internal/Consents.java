// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many messages of a template somebody has agreed to (订阅次数); one is used up by each that is sent. */
final class Consents {
    private static final int MOST = 10_000;

    private final Map<String, Integer> left = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(String person, String template) {
        left.merge(person + ' ' + template, 1, Integer::sum);
    }

    synchronized void clear(String person, String template) {
        left.remove(person + ' ' + template);
    }

    /** @return whether there was one */
    synchronized boolean use(String person, String template) {
        Integer count = left.remove(person + ' ' + template);
        if (count == null) {
            return false;
        }
        if (count > 1) {
            left.put(person + ' ' + template, count - 1);
        }
        return true;
    }
}
