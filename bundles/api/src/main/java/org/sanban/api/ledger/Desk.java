// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import java.time.LocalDate;
import java.util.List;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.problem.Text;

/**
 * What the general service desk (政务服务总服务台, R80) has before it: what was asked for at home, through agents and by post,
 * what burns, what else is late, and where people go today.
 *
 * @param division code of the division looked at, with its subtree
 * @param day the day
 * @param source who says which modes the desk looks after
 * @param modes the modes, in the configured order
 * @param alarms what is late besides cases (差评整改、整改通知), the longest first; at most so many of each kind
 * @param today times booked for the day, earliest first
 * @param moreToday whether there are more than are shown
 */
public record Desk(
        String division,
        LocalDate day,
        String source,
        List<Mode> modes,
        List<Alarm> alarms,
        List<BookedTime> today,
        boolean moreToday) {
    public Desk {
        modes = List.copyOf(modes);
        alarms = List.copyOf(alarms);
        today = List.copyOf(today);
    }

    /**
     * A mode the desk looks after.
     *
     * @param mode its id
     * @param name what people read
     * @param installed whether it is installed; its open cases are shown in either case
     * @param alarms open requests past a limit or near it, the most urgent first
     * @param open open requests, newest first
     * @param more whether there are more than are shown
     * @param needs the requests in {@code open} by class of need, where the mode tells classes apart: enterprises and people (R84)
     */
    public record Mode(
            String mode,
            Text name,
            boolean installed,
            List<CaseLine> alarms,
            List<CaseLine> open,
            boolean more,
            List<Need> needs) {
        public Mode {
            alarms = List.copyOf(alarms);
            open = List.copyOf(open);
            needs = List.copyOf(needs);
        }
    }

    /**
     * Requests of one class of need.
     *
     * @param need id of the class
     * @param name what people read
     * @param numbers numbers of the requests, newest first
     */
    public record Need(String need, Text name, List<String> numbers) {
        public Need {
            numbers = List.copyOf(numbers);
        }
    }
}
