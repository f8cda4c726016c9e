// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.Course;
import org.sanban.data.test.TestDatabase;

/** What is counted of a case agrees with the case, however far it has come. */
class CourseManagerTest {
    private TestDatabase database;
    private CaseManager cases;
    private CourseManager courses;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        JpaJournalStore journal = new JpaJournalStore(database.jpa(), Rows.SETTINGS);
        JpaCaseStore store = new JpaCaseStore(database.jpa(), Rows.SETTINGS, journal);
        Modes modes = new Modes(store);
        modes.add(Fakes.MODE);
        Deadlines deadlines = Deadlines.bundled(1, InstantSource.fixed(Instant.parse("2026-11-24T01:00:00Z")));
        Fakes.Matters matters = new Fakes.Matters();
        CaseReader reader = new CaseReader(store, modes, matters, deadlines);
        cases = new CaseManager(
                store, reader, modes, matters, new Fakes.Registry(), new Fakes.Identity(), deadlines, new Counters());
        courses = new CourseManager(new CourseStore(database.jpa()), modes, deadlines);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aCourseTellsWhatTheJournalHolds(String kind) {
        open(kind);
        String number = submit();
        Course course = course(number);
        assertEquals(List.of(1, Status.OPEN, Light.NONE), List.of(course.version(), course.status(), course.light()));
        assertNull(course.acceptedAt());
        assertNull(course.dueOn());

        act(number, "accept", 1, Map.of());
        Case accepted = cases.get(number, Fakes.CLERK);
        course = course(number);
        assertEquals(accepted.due().startedAt(), course.acceptedAt());
        assertEquals(accepted.due().dueOn(), course.dueOn());
        assertNotNull(course.dueOn());
        assertNull(course.light(), "the day tells it");

        act(number, "pause", 2, Map.of("reason", "等补件"));
        assertEquals(Light.PAUSED, course(number).light());
        assertNull(course(number).dueOn());
        act(number, "resume", 3, Map.of());
        act(number, "finish", 4, Map.of());
        Case done = cases.get(number, Fakes.CLERK);
        course = course(number);
        assertEquals(done.changedAt(), course.endedAt());
        assertEquals(accepted.due().startedAt(), course.acceptedAt());
        assertEquals(done.due().light(), course.light());
        assertEquals(5, course.version());
        assertNull(course.dueOn());
        assertEquals(done.submittedAt(), course.submittedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void allCoursesAreReadInOrderPageByPage(String kind) {
        open(kind);
        for (int i = 0; i < 7; i++) {
            String number = submit();
            if (i % 2 == 0) {
                act(number, "accept", 1, Map.of());
            }
        }
        long after = 0;
        int read = 0;
        List<Course> page = courses.courses(after, 3);
        while (!page.isEmpty()) {
            for (Course course : page) {
                assertTrue(course.id() > after);
                assertEquals(course(course.number()), course);
                after = course.id();
                read++;
            }
            page = courses.courses(after, 3);
        }
        assertEquals(7, read);
        assertEquals(List.of(), courses.courses(List.of("61092626000000001", "no number")));
    }

    private String submit() {
        Draft draft = new Draft(
                "test", Fakes.MATTER, Fakes.SITE, Fakes.applicant(), List.of(), List.of(), Map.of(), null, null);
        return cases.submit(draft, Fakes.CLERK).number();
    }

    private void act(String number, String name, int version, Map<String, Object> answers) {
        cases.act(number, Action.of(name, version, answers), version == 1 ? Fakes.CLERK : Fakes.OFFICER);
    }

    private Course course(String number) {
        return courses.courses(List.of(number)).get(0);
    }
}
