// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.matters.MatterService;
import org.sanban.api.problem.Problem;

/** Opens the file of a case: its row with the workflow and the guide it runs under. */
@Component(service = CaseReader.class)
public final class CaseReader {
    /** Characters that are kept: some 500 usual cases, or 40 of the longest. */
    private static final int RECENT = 1_500_000;

    /** What a case takes beside what its row says, in characters. */
    private static final int LEAST = 2_000;

    private final CaseStore store;
    private final Modes modes;
    private final MatterService matters;
    private final Deadlines deadlines;
    /** Cases read or written lately. They never change, a newer version takes their place. */
    private final Cache<Long, CaseFile> recent = Caffeine.newBuilder()
            .maximumWeight(RECENT)
            .weigher(CaseReader::weight)
            .build();

    @Activate
    public CaseReader(
            @Reference CaseStore store,
            @Reference Modes modes,
            @Reference MatterService matters,
            @Reference Deadlines deadlines) {
        this.store = store;
        this.modes = modes;
        this.matters = matters;
        this.deadlines = deadlines;
    }

    private static int weight(Long id, CaseFile file) {
        return LEAST + file.row().data.length();
    }

    /** The row with this number, or null. */
    CaseEntity row(String number) {
        OptionalLong id = CaseNumber.id(number);
        return numbered(number, id.isPresent() ? store.find(id.getAsLong()) : null);
    }

    /**
     * The row of a case the actor sees.
     *
     * @throws Problem not found, also for a case of another division of which the actor has nothing by name
     */
    CaseEntity row(String number, Actor actor) {
        return seen(number, row(number), actor);
    }

    /** The serial does not tell the county and the year: a number with others is of no case. */
    private static CaseEntity numbered(String number, CaseEntity row) {
        return row != null && row.number.equals(number) ? row : null;
    }

    private static CaseEntity seen(String number, CaseEntity row, Actor actor) {
        if (row == null || !seen(row, actor)) {
            throw Problem.notFound("case", String.valueOf(number));
        }
        return row;
    }

    /** Whether an actor sees a case: it lies in the division, or the actor has it, or an open part of it, by name. */
    static boolean seen(CaseEntity row, Actor actor) {
        return actor.sees(row.division) || has(row, actor.account());
    }

    private static boolean has(CaseEntity row, String account) {
        if (!row.status.equals(Status.OPEN.name())) {
            return false;
        }
        // Most cases name the account nowhere, and need not be parsed to tell.
        return account.equals(row.holder)
                || row.data.contains('"' + account + '"')
                        && Json.data(row.data).parts().stream()
                                .anyMatch(part -> part.open() && part.account().equals(account));
    }

    /** The file of a case the actor sees. */
    CaseFile open(String number, Actor actor) {
        CaseFile known = known(number, actor);
        boolean current = known != null && store.version(known.row().id) == known.row().version;
        return current ? known : keep(file(row(number, actor)));
    }

    /** Files of cases the actor sees, in the order of their numbers, by one question to the store. */
    List<CaseFile> open(Collection<String> numbers, Actor actor) {
        Set<Long> ids = numbers.stream()
                .flatMapToLong(number -> CaseNumber.id(number).stream())
                .boxed()
                .collect(Collectors.toSet());
        Map<Long, CaseEntity> rows = store.find(ids);
        return numbers.stream()
                .map(number -> {
                    CaseEntity row = rows.get(CaseNumber.id(number).orElse(-1));
                    return file(seen(number, numbered(number, row), actor));
                })
                .toList();
    }

    /**
     * The file of a case the actor sees, as it was at a version that is named by the change to come: whether it still is,
     * the database says when the change is written.
     */
    CaseFile open(String number, int version, Actor actor) {
        CaseFile known = known(number, actor);
        return known != null && known.row().version == version ? known : open(number, actor);
    }

    /** Keeps a file at hand, as it is after a command. */
    CaseFile keep(CaseFile file) {
        recent.put(file.row().id, file);
        return file;
    }

    private CaseFile known(String number, Actor actor) {
        OptionalLong id = CaseNumber.id(number);
        CaseFile known = id.isPresent() ? recent.getIfPresent(id.getAsLong()) : null;
        return known != null && known.row().number.equals(number) && seen(known.row(), actor) ? known : null;
    }

    CaseFile file(CaseEntity row) {
        return new CaseFile(
                row, Json.data(row.data), modes.workflow(row.mode, row.workflow), matters.guide(row.matter, row.guide));
    }

    /** The case as the API shows it. */
    Case state(CaseEntity row) {
        return state(file(row));
    }

    Case state(CaseFile file) {
        return file.view(deadlines.due(file, false), modes.absence(file.row().mode));
    }

    /** An entry of a case as the API shows it. */
    JournalEntry entry(CaseEntity row, JournalEntity entry) {
        return new Timeline(file(row), List.of()).entry(entry);
    }
}
