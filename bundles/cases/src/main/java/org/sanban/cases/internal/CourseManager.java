// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Workflow;
import org.sanban.api.journal.Course;
import org.sanban.api.journal.CourseService;

/** Reads courses: what happened when from the entries, how the limit stands from the case's row. */
@Component(service = CourseService.class)
public final class CourseManager implements CourseService {
    private final CourseStore store;
    private final Modes modes;
    private final Deadlines deadlines;

    @Activate
    public CourseManager(@Reference CourseStore store, @Reference Modes modes, @Reference Deadlines deadlines) {
        this.store = store;
        this.modes = modes;
        this.deadlines = deadlines;
    }

    @Override
    public List<Course> courses(Collection<String> numbers) {
        List<Long> ids = numbers.stream()
                .map(CaseNumber::id)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
        return courses(store.rows(ids).stream()
                .filter(row -> numbers.contains(row.number()))
                .toList());
    }

    @Override
    public List<Course> courses(long after, int limit) {
        return courses(store.rows(after, Math.min(limit, MAX)));
    }

    private List<Course> courses(List<CourseStore.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<CourseStore.Move>> moves = store
                .moves(rows.stream().map(CourseStore.Row::id).toList())
                .stream()
                .collect(Collectors.groupingBy(CourseStore.Move::caseId));
        return rows.stream()
                .map(row -> course(row, moves.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public LocalDate near() {
        return deadlines.today().near();
    }

    private Course course(CourseStore.Row row, List<CourseStore.Move> moves) {
        Workflow workflow = modes.workflow(row.mode(), row.workflow());
        Instant accepted = null;
        Instant ended = null;
        for (CourseStore.Move move : moves) {
            // An entry may have come after the row was read; the next course holds it.
            Optional<Stage> stage = move.seq() > row.version() ? Optional.empty() : workflow.stage(move.to());
            if (stage.isPresent() && accepted == null && starts(stage.get())) {
                accepted = CaseFile.instant(move.at());
            }
            if (stage.isPresent() && ended == null && stage.get().status().ended()) {
                ended = CaseFile.instant(move.at());
            }
        }
        Status status = Status.valueOf(row.status());
        return new Course(
                row.id(),
                row.number(),
                row.version(),
                row.mode(),
                row.matter(),
                row.matterName(),
                row.site(),
                row.division(),
                CaseFile.instant(row.submittedAt()),
                accepted,
                ended,
                status,
                status.ended() ? null : due(row.dueOn()),
                status.ended() ? ended(row) : open(row.dueOn()));
    }

    /** What is done without ever having been accepted was accepted and done at once (即办). */
    private static boolean starts(Stage stage) {
        return stage.clock() == Clock.RUNNING || stage.status() == Status.DONE && stage.clock() == Clock.ENDED;
    }

    private static LocalDate due(LocalDate column) {
        return Deadlines.UNKNOWN.equals(column) || Deadlines.PAUSED.equals(column) ? null : column;
    }

    private static Light ended(CourseStore.Row row) {
        return row.endLight() == null ? Light.NONE : Light.valueOf(row.endLight());
    }

    private static Light open(LocalDate column) {
        if (column == null) {
            return Light.NONE;
        }
        return Deadlines.UNKNOWN.equals(column) ? Light.UNKNOWN : Deadlines.PAUSED.equals(column) ? Light.PAUSED : null;
    }
}
