// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Reads and verifies the journal and tells how its delivery stands. */
@Component(service = JournalService.class)
public final class JournalManager implements JournalService {
    private static final Texts TEXTS = Texts.of(JournalManager.class);

    private final CaseStore store;
    private final CaseReader reader;
    private final Dispatcher dispatcher;

    @Activate
    public JournalManager(@Reference CaseStore store, @Reference CaseReader reader, @Reference Dispatcher dispatcher) {
        this.store = store;
        this.reader = reader;
        this.dispatcher = dispatcher;
    }

    @Override
    public Page<JournalEntry> entries(String number, PageRequest page, Actor actor) {
        CaseEntity row = reader.row(number, actor);
        Timeline timeline = new Timeline(reader.file(row), List.of());
        List<JournalEntity> entries = store.entries(row.id, (int) page.afterNumber(0), page.fetch());
        return Page.of(entries, page, entry -> Integer.toString(entry.seq)).map(timeline::entry);
    }

    @Override
    public Page<Verdict> verify(PageRequest page, Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        long after = page.after() == null
                ? 0
                : CaseNumber.id(page.after()).orElseThrow(() -> Problem.notFound("case", page.after()));
        List<CaseEntity> rows = store.byId(after, page.fetch());
        Page<CaseEntity> all = Page.of(rows, page, row -> row.number);
        return new Page<>(
                all.items().stream()
                        .filter(row -> actor.sees(row.division))
                        .map(this::verdict)
                        .toList(),
                all.next());
    }

    private Verdict verdict(CaseEntity row) {
        byte[] hash = Chain.START;
        int seq = 0;
        String fault = null;
        for (List<JournalEntity> part = store.entries(row.id, 0, PageRequest.MAX);
                !part.isEmpty();
                part = store.entries(row.id, seq, PageRequest.MAX)) {
            for (JournalEntity entry : part) {
                byte[] expected = Chain.hash(hash, row.number, entry);
                if (fault == null && (entry.seq != seq + 1 || !Arrays.equals(expected, entry.hash))) {
                    fault = "entry " + entry.seq + " does not follow entry " + seq;
                }
                seq = entry.seq;
                hash = entry.hash;
            }
        }
        if (fault == null && (seq != row.version || !Arrays.equals(hash, row.head))) {
            fault = "the case is at version " + row.version + ", its journal at " + seq;
        }
        return new Verdict(row.number, seq, fault);
    }

    @Override
    public List<Delivery> deliveries(Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        return dispatcher.deliveries();
    }

    @Override
    public int resend(String listener, Actor actor) {
        actor.require(Role.ADMIN);
        return dispatcher.resend(listener);
    }

    @Override
    public void rewind(String listener, Instant from, Actor actor) {
        actor.require(Role.ADMIN);
        dispatcher.rewind(listener, from);
    }

    @Override
    public void forget(String listener, Actor actor) {
        actor.require(Role.ADMIN);
        if (dispatcher.deliveries().stream().noneMatch(known -> known.listener().equals(listener))) {
            throw Problem.notFound("listener", listener);
        }
        if (!dispatcher.forget(listener)) {
            throw Problem.conflict(TEXTS.get("listener.present", listener));
        }
    }
}
