// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.time.Instant;
import java.util.Map;
import org.sanban.api.data.Latest;

/**
 * Who refused which template lately: channels tell of consents and refusals in any order, and a consent that was given
 * before a refusal and told after it does not count. The oldest of many are forgotten; what comes in is no older than minutes.
 */
public final class Refusals {
    private static final int MOST = 5_000;

    private final Map<String, Instant> refused = Latest.written(MOST);

    /** Somebody refused a template at a moment. */
    public synchronized void refused(String address, String template, Instant at) {
        refused.merge(address + ' ' + template, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** Whether a template was refused after a moment. */
    public synchronized boolean after(String address, String template, Instant at) {
        Instant last = refused.get(address + ' ' + template);
        return last != null && last.isAfter(at);
    }
}
