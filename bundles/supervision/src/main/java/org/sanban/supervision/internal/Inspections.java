// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.supervision.Cause;
import org.sanban.supervision.internal.Inspection.Finding;
import org.sanban.supervision.internal.Inspection.Kind;

/**
 * Open and secret visits and joint checks (R140). Until it is concluded, a secret visit is known only to supervisors of
 * the division that made it and of those above, which the visited one never is.
 */
@Component(service = Inspections.class)
public final class Inspections {
    private static final Texts TEXTS = Texts.of(Inspections.class);
    private static final int LONGEST = 2000;
    private static final int MOST = 100;

    private final Rows rows;
    private final RegistryService registry;
    private final AttachmentService attachments;
    private final InstantSource clock;

    @Activate
    public Inspections(
            @Reference Rows rows, @Reference RegistryService registry, @Reference AttachmentService attachments) {
        this(rows, registry, attachments, InstantSource.system());
    }

    Inspections(Rows rows, RegistryService registry, AttachmentService attachments, InstantSource clock) {
        this.rows = rows;
        this.registry = registry;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** A visit to be recorded. */
    record Draft(
            Kind kind,
            String division,
            String site,
            LocalDate visitedOn,
            List<String> inspectors,
            List<String> departments,
            List<Finding> findings) {}

    Inspection open(Draft draft, Actor actor) {
        actor.require(Role.SUPERVISOR);
        List<Finding> findings = draft.findings() == null ? List.of() : draft.findings();
        Faults faults = new Faults()
                .check(draft.kind() != null, "kind", "inspection.kind")
                .past("visitedOn", draft.visitedOn(), Days.today(clock))
                .names("inspectors", draft.inspectors(), 1, 500)
                .names("departments", draft.departments(), draft.kind() == Kind.JOINT ? 2 : 0, 500)
                .check(findings.size() <= MOST, "findings", "findings.most", MOST);
        String division = Standing.division(draft.division(), draft.site(), registry, faults);
        check(findings, faults);
        faults.raise();
        if (draft.kind() == Kind.SECRET) {
            Standing.supervises(actor, division);
        } else {
            Standing.reads(actor, division);
        }
        keep(findings, division, actor);
        InspectionEntity row = row(draft, division, actor);
        return rows.in(em -> {
            em.persist(row);
            findings.forEach(one -> em.persist(row(one, row.id)));
            return view(row, findings);
        });
    }

    private InspectionEntity row(Draft draft, String division, Actor actor) {
        InspectionEntity row = new InspectionEntity();
        row.place(division);
        row.kind = draft.kind().name();
        row.site = draft.site();
        row.visitedOn = draft.visitedOn();
        row.inspectors = Words.joined(draft.inspectors());
        row.departments = Words.joined(draft.departments());
        row.byDivision = actor.division();
        row.byAccount = actor.account();
        row.byName = actor.name();
        row.openedAt = Days.micros(clock.instant());
        return row;
    }

    private FindingEntity row(Finding finding, long inspection) {
        FindingEntity row = new FindingEntity();
        row.inspection = inspection;
        row.cause = finding.cause().name();
        row.text = finding.text();
        row.evidence = Words.joined(finding.evidence());
        row.at = Days.micros(clock.instant());
        return row;
    }

    /** Adds what was found, while the visit is not concluded. */
    Inspection add(long id, Finding finding, Actor actor) {
        InspectionEntity seen = own(id, actor);
        Faults faults = new Faults();
        check(List.of(finding), faults);
        faults.check(findings(rows, id).size() < MOST, "findings", "findings.most", MOST)
                .raise();
        running(seen);
        keep(List.of(finding), seen.division, actor);
        rows.in(em -> {
            running(em.find(InspectionEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
            em.persist(row(finding, id));
            return null;
        });
        return get(id, actor);
    }

    /** Ends the visit: from then on the visited division sees it. */
    Inspection conclude(long id, String summary, Actor actor) {
        own(id, actor);
        new Faults().text("summary", summary, LONGEST).raise();
        rows.change(InspectionEntity.class, id, row -> {
            running(row);
            row.concludedAt = Days.micros(clock.instant());
            row.summary = summary;
        });
        return get(id, actor);
    }

    Inspection get(long id, Actor actor) {
        InspectionEntity row = found(id, actor);
        return view(row, values(findings(rows, id)));
    }

    Page<Inspection> list(String division, PageRequest page, Actor actor) {
        Filter filter = Filter.of(Standing.asked(division, actor, registry));
        boolean supervisor = actor.is(Role.SUPERVISOR);
        if (!supervisor) {
            filter.and("(r.kind <> 'SECRET' or r.concludedAt is not null)");
        } else {
            within(filter, actor.division());
        }
        return Page.of(rows.list(InspectionEntity.class, filter, page), page, row -> Long.toString(row.id))
                .map(row -> view(row, values(findings(rows, row.id))));
    }

    /** The same as {@link #shown} says of one row, of many. */
    private static void within(Filter filter, String division) {
        String prefix = Division.prefix(division);
        filter.and("(r.kind <> 'SECRET' or r.concludedAt is not null or r.byDivision like :own)", "own", prefix + "%");
    }

    /** Whether the actor may know of it. */
    static boolean shown(InspectionEntity row, Actor actor) {
        boolean open = !row.kind.equals(Kind.SECRET.name()) || row.concludedAt != null;
        return actor.sees(row.division) && (open || actor.is(Role.SUPERVISOR) && actor.sees(row.byDivision));
    }

    /** What was found, in the order it was noted. */
    static List<FindingEntity> findings(Rows rows, long id) {
        return rows.all(FindingEntity.class, new Filter().and("r.inspection = :id", "id", id), MOST);
    }

    /** The id in a path, where it is one. */
    static Optional<Long> key(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private InspectionEntity found(long id, Actor actor) {
        Standing.staff(actor);
        return rows.find(InspectionEntity.class, id)
                .filter(row -> shown(row, actor))
                .orElseThrow(() -> Problem.notFound(TEXTS.get("inspection.unknown", id)));
    }

    /** Whoever recorded it goes on with it, or a colleague of the same division. */
    private InspectionEntity own(long id, Actor actor) {
        InspectionEntity row = found(id, actor);
        actor.require(Role.SUPERVISOR);
        if (!actor.division().equals(row.byDivision)) {
            throw Problem.forbidden(TEXTS.get("inspection.foreign", id, row.byDivision));
        }
        return row;
    }

    private static void running(InspectionEntity row) {
        if (row.concludedAt != null) {
            throw Problem.conflict(TEXTS.get("inspection.concluded", row.id));
        }
    }

    private static void check(List<Finding> findings, Faults faults) {
        for (int i = 0; i < findings.size(); i++) {
            Finding one = findings.get(i);
            String field = "findings[" + i + "]";
            faults.check(one != null, field, "finding");
            if (one != null) {
                faults.check(one.cause() != null, field + ".cause", "cause")
                        .text(field + ".text", one.text(), LONGEST)
                        .files(field + ".evidence", one.evidence(), 0);
            }
        }
    }

    private void keep(List<Finding> findings, String division, Actor actor) {
        for (int i = 0; i < findings.size(); i++) {
            attachments.keep(findings.get(i).evidence(), division, "findings[" + i + "].evidence", actor);
        }
    }

    private static List<Finding> values(List<FindingEntity> rows) {
        return rows.stream()
                .map(row -> new Finding(Cause.valueOf(row.cause), row.text, Words.parted(row.evidence)))
                .toList();
    }

    private static Inspection view(InspectionEntity row, List<Finding> findings) {
        return new Inspection(
                row.id,
                Kind.valueOf(row.kind),
                row.division,
                row.site,
                row.visitedOn,
                Words.parted(row.inspectors),
                Words.parted(row.departments),
                findings,
                row.byName,
                row.byDivision,
                Days.instant(row.openedAt),
                Days.instant(row.concludedAt),
                row.summary);
    }
}
