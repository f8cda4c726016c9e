// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import java.io.Serial;
import java.time.Duration;
import org.sanban.api.channel.Answer;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** Douyin cannot be asked now, and why. Nothing of what was meant for it has been done. */
final class Trouble extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Text why;
    private final transient Duration pause;

    private Trouble(Text why, Duration pause) {
        super(why.en(), null, false, false);
        this.why = why;
        this.pause = pause;
    }

    /** @param pause how long it asks to be left alone, {@code null} where it does not say */
    static Trouble later(Text why, Duration pause) {
        return new Trouble(why, pause);
    }

    Text why() {
        return why;
    }

    /** For whoever delivers a message. */
    Answer answer() {
        return Answer.later(why.zh(), pause);
    }

    /** For whoever waits for an answer. */
    Problem problem() {
        return Problem.unavailable(why);
    }
}
