// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.rating;

import org.sanban.api.problem.Text;

/** The four levels there are (R76), lowest first. There is no level of one or two stars. */
public enum Level {
    BASIC(new Text("基础级", "basic level")),
    THREE(new Text("三星级", "three stars")),
    FOUR(new Text("四星级", "four stars")),
    FIVE(new Text("五星级", "five stars"));

    private final Text text;

    Level(Text text) {
        this.text = text;
    }

    /** What people read: 三星级. */
    public Text text() {
        return text;
    }

    /** Whether a centre of this level may be given a plaque (R77). */
    public boolean plaque() {
        return this != BASIC;
    }
}
