// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Site;

/** Postings in memory, of one channel or site at a time; none is ever outdated, and boards stand as they are told. */
public final class FakePostings implements PostingService {
    /** What was posted, by matter. */
    public final SortedMap<String, Posting> postings = new TreeMap<>();

    /** How the boards of sites stand, by site; those of others are empty. */
    public final SortedMap<String, NoticeBoard> boards = new TreeMap<>();

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

    @Override
    public NoticeBoard board(Site site) {
        return boards(List.of(site)).get(site.code());
    }

    @Override
    public Map<String, NoticeBoard> boards(Collection<Site> sites) {
        return sites.stream()
                .map(Site::code)
                .collect(Collectors.toMap(
                        site -> site,
                        site -> boards.getOrDefault(site, new NoticeBoard(site, 0, List.of(), List.of()))));
    }
}
