// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import org.sanban.api.problem.Text;

/**
 * The five levels of 好差评 (国办发〔2019〕51号), best first; the last two are bad. Kept by word: the two official codings run
 * in opposite directions ({@link Coding}).
 */
public enum Level {
    VERY_SATISFIED("非常满意", "very satisfied"),
    SATISFIED("满意", "satisfied"),
    FAIR("基本满意", "fairly satisfied"),
    DISSATISFIED("不满意", "dissatisfied"),
    VERY_DISSATISFIED("非常不满意", "very dissatisfied");

    private final Text label;

    Level(String zh, String en) {
        this.label = new Text(zh, en);
    }

    /** What people read. */
    public Text label() {
        return label;
    }

    /** Whether it is a bad rating (差评). */
    public boolean bad() {
        return this == DISSATISFIED || this == VERY_DISSATISFIED;
    }

    /** The worse of the two. */
    Level worse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
