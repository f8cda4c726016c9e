// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.Course;
import org.sanban.api.journal.CourseService;

/** Cases of a small county that live at random, and their journal as a counting bundle reads it. */
final class Life implements CourseService {
    static final String COUNTY = "610926000000";
    static final String TOWN = "610926100000";
    static final String VILLAGE = "610926100001";
    static final LocalDate NEAR = LocalDate.of(2026, 11, 26);
    private static final List<String> DIVISIONS =
            List.of(COUNTY, TOWN, VILLAGE, "610926100002", "610926101000", "610926101001");
    private static final List<String> MODES = List.of("window", "proxy", "onsite");

    private final Random random;
    /** The newest course of each case; readers of another thread may come. */
    private final TreeMap<Long, Course> courses = new TreeMap<>();

    Life(long seed) {
        this.random = new Random(seed);
    }

    /** A step in somebody's life; the case it happened to. */
    synchronized Course happens() {
        if (courses.isEmpty() || random.nextInt(3) == 0) {
            return submit();
        }
        List<Course> all = List.copyOf(courses.values());
        return goesOn(all.get(random.nextInt(all.size())));
    }

    private Course submit() {
        // Numbers are not given in the order in which cases are written.
        long id = courses.size() % 2 == 0 ? 10_000 + courses.size() : 5_000 - courses.size();
        String division = DIVISIONS.get(random.nextInt(DIVISIONS.size()));
        Instant at = Instant.parse("2025-11-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(600_000)));
        int matter = random.nextInt(5);
        return put(new Course(
                id,
                "6109262600" + id,
                1,
                MODES.get(random.nextInt(MODES.size())),
                "m" + matter,
                "示例事项" + matter,
                division + "-0" + (1 + random.nextInt(2)),
                division,
                at,
                null,
                null,
                Status.OPEN,
                null,
                Light.NONE));
    }

    private Course goesOn(Course c) {
        Instant at = c.submittedAt().plus(Duration.ofMinutes(random.nextInt(100_000)));
        LocalDate due = LocalDate.ofInstant(at, Days.ZONE).plusDays(random.nextInt(40));
        int dice = random.nextInt(6);
        if (c.status().ended() || dice == 0) {
            return put(with(c, c.acceptedAt(), c.endedAt(), c.status(), c.dueOn(), c.light()));
        }
        if (c.acceptedAt() == null && dice < 4) {
            return put(with(c, at, null, Status.OPEN, due, null));
        }
        if (dice == 1) {
            return put(with(
                    c, c.acceptedAt(), null, Status.OPEN, null, random.nextBoolean() ? Light.PAUSED : Light.UNKNOWN));
        }
        if (dice == 2) {
            return put(with(c, c.acceptedAt(), null, Status.OPEN, due, null));
        }
        Status end = Status.values()[1 + random.nextInt(4)];
        Light light = c.acceptedAt() == null ? Light.NONE : random.nextInt(4) == 0 ? Light.OVERDUE : Light.ON_TIME;
        return put(with(c, c.acceptedAt(), at, end, null, light));
    }

    static Course with(Course c, Instant accepted, Instant ended, Status status, LocalDate due, Light light) {
        return new Course(
                c.id(),
                c.number(),
                c.version() + 1,
                c.mode(),
                c.matter(),
                c.matterName(),
                c.site(),
                c.division(),
                c.submittedAt(),
                accepted,
                ended,
                status,
                due,
                light);
    }

    /** Writes a course, as a command does. */
    synchronized Course put(Course course) {
        courses.put(course.id(), course);
        return course;
    }

    synchronized List<Course> all() {
        return List.copyOf(courses.values());
    }

    @Override
    public synchronized List<Course> courses(Collection<String> numbers) {
        return courses.values().stream()
                .filter(course -> numbers.contains(course.number()))
                .toList();
    }

    @Override
    public synchronized List<Course> courses(long after, int limit) {
        return courses.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public LocalDate near() {
        return NEAR;
    }

    /** All numbers, counted from the courses alone. */
    Map<Tally.Key, List<Integer>> counted() {
        Tally tally = new Tally();
        all().forEach(course ->
                tally.add(CaseFact.of(course), CaseFact.of(course).now(), 1));
        return Kept.of(tally);
    }

    /** A list to be shuffled by this life's own chance. */
    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        java.util.Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
