// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.sanban.api.data.Latest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** What came in lately: what is posted again is answered as before, and done once. */
final class Seen {
    private static final Texts TEXTS = Texts.of(Seen.class);
    private static final int MOST = 5_000;

    private final Map<String, String> answers = Latest.written(MOST);
    private final Map<String, String> signed = Latest.written(MOST);

    /**
     * A signature that does not cover what comes with it is good for one body.
     *
     * @throws Problem forbidden, when it came with another one before
     */
    synchronized void bind(String signature, String body) {
        String before = signed.putIfAbsent(signature, body);
        if (before != null && !before.equals(body)) {
            throw Problem.forbidden(TEXTS.get("signature"));
        }
    }

    /** Does the work of a key, once; while it is done, and for what is said by saying nothing, the answer is empty. */
    String once(String key, Supplier<String> work) {
        synchronized (this) {
            String before = answers.putIfAbsent(key, "");
            if (before != null) {
                return before;
            }
        }
        boolean done = false;
        try {
            String answer = work.get();
            synchronized (this) {
                answers.replace(key, answer);
            }
            done = true;
            return answer;
        } finally {
            if (!done) {
                forget(key);
            }
        }
    }

    private synchronized void forget(String key) {
        answers.remove(key);
    }
}
