// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.List;
import org.sanban.api.cases.Limit;

/**
 * What happens by itself when a stage's limit is over, drawn on the border of its task.
 *
 * @param id its key in the XML
 * @param host the task
 * @param index how many timers the task has before it
 * @param name what happens
 * @param limit when, {@code null} where the stage has none of its own
 * @param leaves whether the stage ends with it
 * @param notes what there is to say
 */
record Timer(String id, Node host, int index, String name, Limit limit, boolean leaves, List<String> notes) {
    static final double HALF = 14;
    private static final double DROP = 26;
    private static final double STEP = 12;
    private static final double APART = 34;

    /** How much room {@code count} timers need below their task, so that what they lead to fits beside the task's own way. */
    static double room(int count) {
        return DROP + count * STEP + Node.EVENT_HALF;
    }

    Box shape() {
        double centre = host.x + host.width - 24 - index * APART;
        double border = host.y + Node.TASK_HALF;
        return new Box(centre - HALF, border - HALF, 2 * HALF, 2 * HALF);
    }

    /** The line on which its edge goes to the right. */
    double y() {
        return host.y + Node.TASK_HALF + DROP + index * STEP;
    }
}
