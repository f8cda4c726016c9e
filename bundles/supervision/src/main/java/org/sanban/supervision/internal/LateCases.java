// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.data.InList;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalBatchListener;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.Told;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;

/**
 * Cases that the journal tells were late, on the board of the supervisors of their division. Told the same entry twice, it
 * does nothing the second time.
 */
@Component(
        service = {JournalListener.class, LateCases.class},
        property = "listener.id=supervision")
public final class LateCases implements JournalBatchListener {
    private final Rows rows;
    private final RegistryService registry;

    @Activate
    public LateCases(@Reference Rows rows, @Reference RegistryService registry) {
        this.rows = rows;
        this.registry = registry;
    }

    @Override
    public void on(List<Told> batch) {
        for (Told told : batch) {
            if (told.entry().kind() == JournalEntry.Kind.ESCALATED && !known(told.entry())) {
                add(told.entry(), told.state());
            }
        }
        List<JournalEntry> moves = batch.stream()
                .map(Told::entry)
                .filter(entry ->
                        entry.kind() != JournalEntry.Kind.ESCALATED && !Objects.equals(entry.from(), entry.to()))
                .toList();
        if (!moves.isEmpty()) {
            move(moves);
        }
    }

    private boolean known(JournalEntry entry) {
        return rows.count(
                        LateCaseEntity.class,
                        new Filter()
                                .and("r.caseNumber = :number", "number", entry.number())
                                .and("r.seq = :seq", "seq", entry.seq()))
                > 0;
    }

    private void add(JournalEntry entry, Case state) {
        LateCaseEntity row = new LateCaseEntity();
        row.place(entry.division());
        row.caseNumber = entry.number();
        row.seq = entry.seq();
        row.matter = state.matterName();
        // The case may have gone on since; where it has not, people read the stage's name.
        row.stage =
                Objects.equals(state.stage(), entry.to()) ? state.stageName().zh() : entry.to();
        row.escalatedAt = Days.micros(entry.at());
        try {
            rows.add(row);
        } catch (PersistenceException e) {
            if (!Rows.duplicate(e)) {
                throw e;
            }
        }
    }

    /** Cases that were late and have gone on. */
    private void move(List<JournalEntry> moves) {
        rows.in(em -> {
            List<LateCaseEntity> standing = em.createQuery(
                            "select r from LateCaseEntity r where r.caseNumber in :numbers and r.movedAt is null",
                            LateCaseEntity.class)
                    .setParameter(
                            "numbers",
                            InList.of(moves.stream().map(JournalEntry::number).collect(Collectors.toSet())))
                    .getResultList();
            for (LateCaseEntity row : standing) {
                moves.stream()
                        .filter(move -> move.number().equals(row.caseNumber) && move.seq() > row.seq)
                        .findFirst()
                        .ifPresent(move -> row.movedAt = Days.micros(move.at()));
            }
            return null;
        });
    }

    /** The board: newest first, those that have gone on only when asked for. */
    Page<LateCase> list(String division, boolean all, PageRequest page, Actor actor) {
        actor.require(Role.SUPERVISOR);
        Filter filter = Filter.of(Standing.asked(division, actor, registry)).when(!all, "r.movedAt is null");
        return Page.of(rows.list(LateCaseEntity.class, filter, page), page, row -> Long.toString(row.id))
                .map(LateCases::view);
    }

    private static LateCase view(LateCaseEntity row) {
        return new LateCase(
                row.id,
                row.caseNumber,
                row.division,
                row.matter,
                row.stage,
                Days.instant(row.escalatedAt),
                Days.instant(row.movedAt),
                row.notice);
    }
}
