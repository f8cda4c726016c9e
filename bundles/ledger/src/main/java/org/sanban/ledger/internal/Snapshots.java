// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.matters.PostingService;
import org.sanban.api.matters.Scope;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;

/** Gathers what is known of sites: each table once for all of them. */
@Component(service = Snapshots.class)
public final class Snapshots {
    private static final String PROXY = "proxy";

    private final RegistryService registry;
    private final MatterService matters;
    private final LedgerStore ledgers;
    private final TallyStore tallies;
    private final PostStore posts;
    private final PostingService postings;
    private final LedgerSettings settings;

    @Activate
    public Snapshots(
            @Reference RegistryService registry,
            @Reference MatterService matters,
            @Reference LedgerStore ledgers,
            @Reference TallyStore tallies,
            @Reference PostStore posts,
            @Reference PostingService postings,
            @Reference LedgerSettings settings) {
        this.registry = registry;
        this.matters = matters;
        this.ledgers = ledgers;
        this.tallies = tallies;
        this.posts = posts;
        this.postings = postings;
        this.settings = settings;
    }

    /** What is known of these sites on a day, in their order. */
    List<Snapshot> of(List<Site> sites, LocalDate day, Actor actor) {
        List<String> codes = sites.stream().map(Site::code).toList();
        Map<String, Ledger> written = ledgers.ledgers(codes);
        Map<String, Map<Evidence.Item, Evidence>> seen = ledgers.newest(codes, day);
        YearMonth month = YearMonth.from(day);
        Map<String, Tally> sums = tallies.tallies(codes, month.minusMonths(settings.months() - 1L), month);
        Map<String, List<Post>> manned = posts.posts(codes);
        Map<String, List<Window>> windows = registry.windows(codes);
        Map<String, List<Staff>> staff = registry.staff(codes, actor);
        Map<String, List<Agent>> agents =
                registry.agents(sites.stream().map(Site::division).toList());
        Map<String, NoticeBoard> boards = postings.boards(sites);
        Map<String, Snapshot.Listed> lists = new HashMap<>();
        return sites.stream()
                .map(site -> new Snapshot(
                        site,
                        day,
                        written.getOrDefault(site.code(), Ledger.none(site.code())),
                        seen.getOrDefault(site.code(), Map.of()),
                        windows.getOrDefault(site.code(), List.of()),
                        staff.getOrDefault(site.code(), List.of()),
                        agents(site, agents.get(site.division())),
                        listed(site.division(), lists),
                        sums.getOrDefault(site.code(), Tally.NONE),
                        manned.getOrDefault(site.code(), List.of()),
                        boards.get(site.code()),
                        settings))
                .toList();
    }

    private static List<Agent> agents(Site site, List<Agent> serving) {
        List<Agent.Kind> kinds = site.kind() == Site.Kind.HALL
                ? List.of(Agent.Kind.SPECIALIST, Agent.Kind.LIAISON)
                : List.of(site.kind() == Site.Kind.CENTRE ? Agent.Kind.TOWN : Agent.Kind.VILLAGE);
        return serving.stream()
                .filter(agent -> agent.active() && kinds.contains(agent.kind()))
                .toList();
    }

    private Snapshot.Listed listed(String division, Map<String, Snapshot.Listed> known) {
        Scope scope = matters.scope(PROXY, division);
        return scope == null
                ? Snapshot.Listed.NONE
                : known.computeIfAbsent(scope.division() + "/" + scope.version(), any -> look(scope, Instant.now()));
    }

    private Snapshot.Listed look(Scope scope, Instant now) {
        List<String> guideless = new ArrayList<>();
        int incomplete = 0;
        for (String code : scope.matters().stream().sorted().toList()) {
            Optional<Matter> matter = matter(code);
            Optional<Guide> guide = matter.map(Matter::guide).filter(g -> g.inForce(now));
            if (guide.isEmpty()) {
                guideless.add(matter.map(Matter::name).orElse(code));
            } else if (!guide.get().missing().isEmpty()) {
                incomplete++;
            }
        }
        return new Snapshot.Listed(
                scope,
                registry.division(scope.division()).name(),
                scope.matters().size(),
                guideless,
                incomplete);
    }

    private Optional<Matter> matter(String code) {
        try {
            return Optional.of(matters.matter(code));
        } catch (Problem gone) {
            return Optional.empty();
        }
    }

    /** Whether a site is a village's station, which the six are asked of. */
    static boolean village(Site site) {
        return site.kind() == Site.Kind.STATION
                && Division.prefix(site.division()).length() == 12;
    }
}
