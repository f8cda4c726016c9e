// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.matters.internal.Faults;
import org.sanban.matters.internal.MatterCode;
import org.sanban.matters.internal.Race;
import org.sanban.matters.internal.postings.PostingStore.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is published where. Channels (对外发布, R134) are the county's, as the catalogue is; a notice board (公开栏, R23, R24) is a
 * channel named by the code of its site, and is kept by whoever works there.
 */
@Component(service = PostingService.class)
public final class PostingManager implements PostingService {
    private static final Logger LOG = LoggerFactory.getLogger(PostingManager.class);
    private static final Texts TEXTS = Texts.of(PostingManager.class);
    private static final int LONGEST = 500;
    private static final String SITE = "[0-9]{12}-[0-9]{2}";

    private final PostingStore store;
    private final MatterService matters;
    private final RegistryService registry;

    @Activate
    public PostingManager(
            @Reference PostingStore store, @Reference MatterService matters, @Reference RegistryService registry) {
        this.store = store;
        this.matters = matters;
        this.registry = registry;
    }

    @Override
    public Posting post(String matter, int version, String channel, String reference, Actor actor) {
        Faults faults = new Faults();
        channel(channel, faults);
        governs(channel, actor);
        faults.text("reference", reference, LONGEST);
        faults.raise();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Posting posting = new Posting(MatterCode.normal(matter), version, channel, reference, now, actor.account());
        Posting posted = changing(() -> store.post(posting));
        LOG.info("guide {} version {} is published in {}", posted.matter(), posted.version(), channel);
        return posted;
    }

    @Override
    public void withdraw(String matter, String channel, Actor actor) {
        governs(channel, actor);
        String code = MatterCode.normal(matter);
        if (Boolean.TRUE.equals(changing(() -> store.withdraw(code, channel)))) {
            LOG.info("guide {} is no longer published in {}", code, channel);
        }
    }

    @Override
    public Page<Posting> postings(String channel, boolean outdated, PageRequest page) {
        Faults faults = new Faults();
        channel(channel, faults);
        faults.raise();
        return Page.of(store.postings(channel, outdated, page), page, Posting::matter);
    }

    @Override
    public NoticeBoard board(Site site) {
        return board(site, store.notices(List.of(site.code())).getOrDefault(site.code(), List.of()));
    }

    @Override
    public Map<String, NoticeBoard> boards(Collection<Site> sites) {
        Map<String, List<Notice>> hanging =
                store.notices(sites.stream().map(Site::code).toList());
        return sites.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Site::code,
                        site -> hanging.containsKey(site.code())
                                ? board(site, hanging.get(site.code()))
                                : new NoticeBoard(site.code(), 0, List.of(), List.of())));
    }

    private NoticeBoard board(Site site, List<Notice> hanging) {
        Set<String> there = hanging.stream().map(Notice::matter).collect(Collectors.toSet());
        return new NoticeBoard(
                site.code(),
                hanging.size(),
                hanging.stream()
                        .filter(Notice::outdated)
                        .map(notice -> entry(notice.matter(), notice.version()))
                        .toList(),
                listed(site)
                        .filter(code -> !there.contains(code))
                        .map(code -> entry(code, null))
                        .filter(entry -> entry.inForce() != null)
                        .toList());
    }

    /** What a site is to show: a town's list is placed in its centre (R46), a village's is handled by proxy (R47). */
    private Stream<String> listed(Site site) {
        List<String> modes =
                switch (site.kind()) {
                    case HALL, CENTRE -> List.of("window", "proxy");
                    case STATION -> List.of("proxy");
                    case MOBILE -> List.of();
                };
        return modes.stream()
                .map(mode -> matters.scope(mode, site.division()))
                .filter(Objects::nonNull)
                .flatMap(scope -> scope.matters().stream())
                .distinct()
                .sorted();
    }

    private NoticeBoard.BoardEntry entry(String code, Integer hanging) {
        Matter matter = matters.matter(code);
        Guide guide = matter.guide();
        return new NoticeBoard.BoardEntry(
                code, matter.name(), hanging, guide.withdrawn() == null ? guide.version() : null);
    }

    private static void channel(String channel, Faults faults) {
        if (channel == null || !channel.matches("[a-z0-9-]{1,40}")) {
            faults.add("channel", TEXTS.get("channel", channel == null ? "" : channel));
        }
    }

    private void governs(String channel, Actor actor) {
        if (channel != null && channel.matches(SITE)) {
            actor.require(Role.ADMIN, Role.CLERK, Role.AGENT);
            Site site = registry.site(channel);
            if (!actor.sees(site.division())) {
                throw Problem.forbidden(TEXTS.get("site.foreign", site.name()));
            }
            return;
        }
        actor.require(Role.ADMIN, Role.SYSTEM);
        if (Division.level(actor.division()) != Division.Level.COUNTY) {
            throw Problem.forbidden(TEXTS.get("county.only"));
        }
    }

    private static <R> R changing(Supplier<R> command) {
        try {
            return command.get();
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(TEXTS.get("raced")) : e;
        }
    }
}
