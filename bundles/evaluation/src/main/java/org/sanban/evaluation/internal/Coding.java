// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.util.Arrays;
import java.util.Map;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * How a rating is coded for others. The national interface counts 5 = 非常满意 … 1 = 非常不满意 and 承诺件 = 1, 即办件 = 2;
 * GB/T 39046-2020 (A.8, A.6) counts both the other way. The only place where words become codes and back.
 */
public enum Coding {
    /** The national system's interface of 好差评. */
    INTERFACE {
        @Override
        public String satisfaction(Level level) {
            return Integer.toString(Level.values().length - level.ordinal());
        }

        @Override
        public String promise(boolean immediate) {
            return immediate ? "2" : "1";
        }

        /** The interface has no code for the telephone: it counts among the other terminals. */
        @Override
        public String via(Via via) {
            return via == Via.PHONE ? PF.get(Via.TERMINAL) : PF.get(via);
        }
    },

    /** GB/T 39046-2020, table 9: the way is told by word. */
    GBT39046 {
        @Override
        public String satisfaction(Level level) {
            return Integer.toString(level.ordinal() + 1);
        }

        @Override
        public String promise(boolean immediate) {
            return immediate ? "1" : "2";
        }

        @Override
        public String via(Via via) {
            return via.label().zh();
        }
    };

    private static final Texts TEXTS = Texts.of(Coding.class);
    private static final Map<Via, String> PF =
            Map.of(Via.PC, "1", Via.MOBILE, "2", Via.QR, "3", Via.TABLET, "4", Via.TERMINAL, "5", Via.SMS, "6");

    /** The code of a level (satisfaction, 满意度代码). */
    public abstract String satisfaction(Level level);

    /** The code of an immediate or committed matter (promiseTime, 办件类型). */
    public abstract String promise(boolean immediate);

    /** The code of a way (pf, 评价渠道). */
    public abstract String via(Via via);

    /**
     * The level that a code means.
     *
     * @throws Problem invalid, when it is none
     */
    public Level level(String code) {
        return Arrays.stream(Level.values())
                .filter(level -> satisfaction(level).equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("satisfaction", TEXTS.get("coding.level", code, name())));
    }

    /**
     * The way that a code means.
     *
     * @throws Problem invalid, when it is none
     */
    public Via way(String code) {
        return Arrays.stream(Via.values())
                .filter(via -> via(via).equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("via", TEXTS.get("coding.via", code, name())));
    }

    /** Whether a code of {@link #promise} means an immediate matter. */
    public boolean immediate(String code) {
        if (promise(true).equals(code)) {
            return true;
        }
        if (promise(false).equals(code)) {
            return false;
        }
        throw Problem.invalid("promiseTime", TEXTS.get("coding.promise", code, name()));
    }
}
