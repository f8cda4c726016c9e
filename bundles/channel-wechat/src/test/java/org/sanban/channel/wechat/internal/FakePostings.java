// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** Postings in memory; none is ever outdated. */
final class FakePostings implements PostingService {
    final SortedMap<String, Posting> postings = new TreeMap<>();

    @Override
    public Posting post(String matter, int version, String channel, String reference, Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        Posting posting = new Posting(matter, version, channel, reference, Instant.now(), actor.account());
        postings.put(matter, posting);
        return posting;
    }

    @Override
    public void withdraw(String matter, String channel, Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        postings.remove(matter);
    }

    @Override
    public Page<Posting> postings(String channel, boolean outdated, PageRequest page) {
        List<Posting> rows = postings.values().stream()
                .filter(posting -> !outdated && posting.channel().equals(channel))
                .filter(posting -> page.after() == null || posting.matter().compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page, Posting::matter);
    }
}
