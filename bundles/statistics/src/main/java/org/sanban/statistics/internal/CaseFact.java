// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.Course;

/**
 * What is counted of a case: what never changes about it, and how it stands after so many entries of its journal.
 *
 * @param id place in the order of all cases
 * @param version entries of its journal that are in it
 * @param submitted the day it was submitted
 * @param now how it stands
 */
record CaseFact(
        long id,
        String number,
        int version,
        String division,
        String site,
        String mode,
        String matter,
        int submitted,
        Standing now) {

    /**
     * How a case stands.
     *
     * @param accepted the day its clock started, 0 before
     * @param outcome how it ended, or OPEN
     * @param stood the day it ended; while open the last day of its limit, or what {@link Days} has in its place
     * @param light the light it ended with; NONE while open, when {@code stood} tells it
     */
    record Standing(int accepted, Status outcome, int stood, Light light) {
        boolean open() {
            return outcome == Status.OPEN;
        }
    }

    static CaseFact of(Course course) {
        boolean ended = course.status().ended() && course.endedAt() != null;
        Standing now = new Standing(
                Days.of(course.acceptedAt()),
                ended ? course.status() : Status.OPEN,
                ended ? Days.of(course.endedAt()) : due(course),
                ended ? course.light() : Light.NONE);
        return new CaseFact(
                course.id(),
                course.number(),
                course.version(),
                course.division(),
                course.site(),
                course.mode(),
                course.matter(),
                Days.of(course.submittedAt()),
                now);
    }

    private static int due(Course course) {
        if (course.dueOn() != null) {
            return Days.of(course.dueOn());
        }
        return course.light() == Light.PAUSED
                ? Days.PAUSED
                : course.light() == Light.UNKNOWN ? Days.UNKNOWN : Days.NONE;
    }
}
