// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.supervision.PlanProgress;
import org.sanban.api.supervision.PlanProgress.State;
import org.sanban.api.supervision.PlanProgress.TaskProgress;
import org.sanban.api.supervision.PlanService;
import org.sanban.api.supervision.PlanTask;
import org.sanban.api.web.Given;

/** Tasks and how each town stands. What is reported is only ever added to; the last report says how a task stands. */
@Component(service = {PlanService.class, PlanManager.class})
public final class PlanManager implements PlanService {
    private static final Texts TEXTS = Texts.of(PlanManager.class);
    private static final int MOST = 5000;

    private final Rows rows;
    private final RegistryService registry;
    private final AttachmentService attachments;
    private final InstantSource clock;

    @Activate
    public PlanManager(
            @Reference Rows rows, @Reference RegistryService registry, @Reference AttachmentService attachments) {
        this(rows, registry, attachments, InstantSource.system());
    }

    PlanManager(Rows rows, RegistryService registry, AttachmentService attachments, InstantSource clock) {
        this.rows = rows;
        this.registry = registry;
        this.attachments = attachments;
        this.clock = clock;
        seed();
    }

    /** Puts the notice's own tasks there, where its county is and they are not yet. */
    private void seed() {
        boolean here = registry.divisions(null, new PageRequest(null, PageRequest.MAX)).items().stream()
                .anyMatch(division -> division.code().equals(PlanFile.COUNTY));
        Filter seeded = new Filter()
                .and("r.division = :county", "county", PlanFile.COUNTY)
                .and("r.meeting is null");
        if (!here || rows.count(TaskEntity.class, seeded) > 0) {
            return;
        }
        try {
            rows.in(em -> {
                PlanFile.read().forEach(task -> em.persist(TaskEntity.of(task)));
                return null;
            });
        } catch (PersistenceException e) {
            // Another node on the same database was first.
            if (!Rows.duplicate(e)) {
                throw e;
            }
        }
    }

    @Override
    public Page<PlanTask> tasks(String division, PageRequest page, Actor actor) {
        Filter filter =
                binding(Standing.asked(division, actor, registry)).and("r.id > :after", "after", page.afterNumber(0));
        return Page.of(rows.all(TaskEntity.class, filter, page.fetch()), page, row -> Long.toString(row.id))
                .map(TaskEntity::value);
    }

    @Override
    public Page<PlanProgress> progress(String division, PageRequest page, Actor actor) {
        Division asked = registry.division(Standing.asked(division, actor, registry));
        if (asked.level() == Division.Level.VILLAGE) {
            throw Problem.invalid("division", TEXTS.get("plan.village"));
        }
        if (asked.level() == Division.Level.TOWN) {
            return new Page<>(List.of(stand(asked)), null);
        }
        List<Division> all = new ArrayList<>();
        String next = asked.code();
        if (page.after() == null) {
            all.add(asked);
        }
        int left = page.limit() - all.size();
        if (left > 0) {
            Page<Division> towns = registry.divisions(asked.code(), new PageRequest(page.after(), left));
            all.addAll(towns.items());
            next = towns.next();
        }
        return new Page<>(all.stream().map(this::stand).toList(), next);
    }

    /**
     * Reports on a task, or confirms a report, or sends it back.
     *
     * @param code the task's code
     * @param division whose progress it is
     * @param state under way or done, from the division; confirmed or sent back, from a supervisor above
     */
    TaskProgress report(String code, String division, State state, String note, List<String> evidence, Actor actor) {
        List<String> files = evidence == null ? List.of() : evidence;
        boolean judged = state == State.CONFIRMED || state == State.SENT_BACK;
        Faults faults = new Faults()
                .check(state != null && state != State.OPEN, "state", "report.state")
                .files("evidence", files, state == State.DONE ? 1 : 0);
        if (state == State.SENT_BACK) {
            faults.text("note", note, 2000);
        } else {
            faults.optional("note", note, 2000);
        }
        faults.raise();
        Standing.reads(actor, division);
        TaskEntity task = rows.all(TaskEntity.class, binding(division).and("r.code = :code", "code", code), 10).stream()
                .filter(row -> row.asks(division))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(TEXTS.get("plan.task", code, division)));
        if (judged ? !Standing.handles(actor, division) : !Standing.answersFor(actor, division)) {
            throw Problem.forbidden(TEXTS.get(judged ? "report.judges" : "report.own", division));
        }
        attachments.keep(files, division, "evidence", actor);
        rows.in(em -> {
            em.find(TaskEntity.class, task.id, LockModeType.PESSIMISTIC_WRITE);
            List<ReportEntity> before = em.createQuery(
                            "select r from ReportEntity r where r.division = :division and r.task = :task"
                                    + " order by r.id desc",
                            ReportEntity.class)
                    .setParameter("division", division)
                    .setParameter("task", task.id)
                    .setMaxResults(1)
                    .getResultList();
            if (judged) {
                judge(before, actor);
            }
            em.persist(row(task, division, state, note, files, actor));
            return null;
        });
        return stand(registry.division(division)).lines().stream()
                .filter(line -> line.task() == task.id)
                .findFirst()
                .orElseThrow();
    }

    private static void judge(List<ReportEntity> before, Actor actor) {
        if (before.isEmpty() || !before.get(0).state.equals(State.DONE.name())) {
            throw Problem.conflict(TEXTS.get("report.undone"));
        }
        if (before.get(0).account.equals(actor.account())) {
            throw Problem.forbidden(TEXTS.get("report.self"));
        }
    }

    private ReportEntity row(
            TaskEntity task, String division, State state, String note, List<String> files, Actor actor) {
        ReportEntity row = new ReportEntity();
        row.place(division);
        row.task = task.id;
        row.state = state.name();
        row.note = Given.word(note);
        row.evidence = Words.joined(files);
        row.account = actor.account();
        row.actor = actor.name();
        row.at = Days.micros(clock.instant());
        return row;
    }

    /** Tasks set for a division or one above it. */
    private static Filter binding(String division) {
        return new Filter().and("r.division in :binding", "binding", Division.upward(division));
    }

    private PlanProgress stand(Division division) {
        Map<Long, List<ReportEntity>> reports = new HashMap<>();
        rows.all(ReportEntity.class, new Filter().and("r.division = :division", "division", division.code()), MOST)
                .forEach(row -> reports.computeIfAbsent(row.task, task -> new ArrayList<>())
                        .add(row));
        List<TaskProgress> lines = rows.all(TaskEntity.class, binding(division.code()), MOST).stream()
                .filter(task -> task.asks(division.code()))
                .map(task -> line(task, reports.getOrDefault(task.id, List.of())))
                .toList();
        return new PlanProgress(
                division.code(),
                division.name(),
                (int) lines.stream().filter(line -> done(line.state())).count(),
                (int) lines.stream().filter(TaskProgress::late).count(),
                lastMeeting(division.code()),
                lines);
    }

    private TaskProgress line(TaskEntity task, List<ReportEntity> reports) {
        ReportEntity last = reports.isEmpty() ? null : reports.get(reports.size() - 1);
        State state = last == null ? State.OPEN : State.valueOf(last.state);
        String evidence = reports.stream()
                .map(row -> row.evidence)
                .filter(files -> !files.isEmpty())
                .reduce("", (a, b) -> b);
        return new TaskProgress(
                task.id,
                task.code,
                task.title,
                task.dueOn,
                state,
                !done(state) && task.dueOn != null && task.dueOn.isBefore(Days.today(clock)),
                last == null ? null : Days.day(last.at),
                last == null ? null : last.note,
                Words.parted(evidence),
                last == null ? null : last.actor);
    }

    private static boolean done(State state) {
        return state == State.DONE || state == State.CONFIRMED;
    }

    private LocalDate lastMeeting(String division) {
        return rows.in(em -> em.createQuery(
                        "select max(r.heldOn) from MeetingEntity r where r.division = :division", LocalDate.class)
                .setParameter("division", division)
                .getSingleResult());
    }
}
