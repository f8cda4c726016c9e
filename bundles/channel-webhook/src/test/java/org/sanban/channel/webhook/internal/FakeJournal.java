// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** Where each listener is in a journal; listeners that are registered are not forgotten. */
final class FakeJournal implements JournalService {
    final Map<String, Instant> positions = new TreeMap<>();
    final Set<String> registered = new TreeSet<>();
    final Map<String, Instant> waiting = new TreeMap<>();
    String error;

    @Override
    public void rewind(String listener, Instant from, Actor actor) {
        actor.require(Role.ADMIN);
        positions.put(listener, from);
    }

    @Override
    public void forget(String listener, Actor actor) {
        actor.require(Role.ADMIN);
        if (registered.contains(listener)) {
            throw Problem.conflict(Text.of(listener));
        }
        if (positions.remove(listener) == null) {
            throw Problem.notFound("listener", listener);
        }
    }

    @Override
    public List<Delivery> deliveries(Actor actor) {
        actor.require(Role.ADMIN);
        return positions.keySet().stream()
                .map(id ->
                        new Delivery(id, registered.contains(id), waiting.containsKey(id), 3, error, waiting.get(id)))
                .toList();
    }

    @Override
    public Page<JournalEntry> entries(String number, PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Verdict> verify(PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int resend(String listener, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
