// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;
import org.sanban.api.rating.StarService;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/**
 * Star scores (R75–R78). One site's score is computed when it is asked for; a list reads where the sites stood when last
 * computed, so that it asks no criterion.
 */
@Component(service = {StarService.class, StarManager.class})
public final class StarManager implements StarService {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Texts TEXTS = Texts.of(StarManager.class);

    private final RatingStore store;
    private final HonourStore honours;
    private final Tables tables;
    private final Scorer scorer;
    private final RegistryService registry;
    private final Access access;
    private final Clock clock;

    @Activate
    public StarManager(
            @Reference RatingStore store,
            @Reference HonourStore honours,
            @Reference Tables tables,
            @Reference Scorer scorer,
            @Reference RegistryService registry,
            @Reference Access access) {
        this(store, honours, tables, scorer, registry, access, Clock.systemUTC());
    }

    StarManager(
            RatingStore store,
            HonourStore honours,
            Tables tables,
            Scorer scorer,
            RegistryService registry,
            Access access,
            Clock clock) {
        this.store = store;
        this.honours = honours;
        this.tables = tables;
        this.scorer = scorer;
        this.registry = registry;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Score score(String code, String key, Actor actor) {
        Site site = registry.site(code);
        access.reads(site.division(), actor);
        RatingPeriod period = key == null ? current() : period(key);
        if (period.frozen() != null) {
            return store.frozen(period.id(), code)
                    .orElseThrow(() -> Problem.notFound(TEXTS.get("score.none", site.name(), period.name())));
        }
        return live(site, period);
    }

    @Override
    public Page<Standing> standings(String division, PageRequest page, Actor actor) {
        access.reads(division, actor);
        String prefix = Division.prefix(registry.division(division).code());
        List<Standing> rows =
                store.standings(prefix, page, code -> registry.site(code).name());
        return Page.of(rows, page, Standing::site);
    }

    /** The period that is on; the calendar year where none is defined. */
    RatingPeriod current() {
        LocalDate today = today();
        return store.period(today).orElseGet(() -> RatingPeriod.year(today));
    }

    RatingPeriod period(String id) {
        return store.period(id).orElseThrow(() -> Problem.notFound(TEXTS.get("period.unknown", id)));
    }

    /** The table that rates a site in a period: the one in force on its last day. */
    PointTable table(Site site, RatingPeriod period) {
        return tables.inForce(site.kind(), period.until())
                .orElseThrow(() -> Problem.notFound(TEXTS.get("table.none", site.name(), period.until())));
    }

    /** The level a site holds: of its plaque, else of the last frozen period. */
    Level awarded(String site) {
        return honours.plaque(site)
                .map(Plaque::level)
                .orElseGet(() -> store.last(site).map(RatingStore.Last::level).orElse(null));
    }

    /**
     * What standings rest on besides data: when it changes, all of them are out of date.
     *
     * @param period that is on
     * @param tables in force, as key and version
     * @param sites how many there are
     */
    record Basis(RatingPeriod period, List<String> tables, int sites) {}

    Basis basis() {
        RatingPeriod period = current();
        int[] sites = {0};
        sites(site -> sites[0]++);
        List<String> versions = inForce(period).values().stream()
                .map(table -> table.id() + "/" + table.version())
                .toList();
        return new Basis(period, versions, sites[0]);
    }

    /** Computes anew where a site stands in the period that is on, and keeps it. */
    void refresh(Site site) {
        RatingPeriod period = current();
        Optional<PointTable> table = tables.inForce(site.kind(), period.until());
        if (table.isPresent() && period.frozen() == null) {
            keep(score(site, period, table.get()));
        }
    }

    /**
     * The same for all sites; those no table rates any more are forgotten.
     *
     * @param stopped whether to leave the rest
     * @return how many were computed
     */
    int refresh(BooleanSupplier stopped) {
        RatingPeriod period = current();
        Map<Site.Kind, PointTable> inForce = inForce(period);
        int[] kept = {0};
        sites(site -> {
            PointTable table = inForce.get(site.kind());
            if (stopped.getAsBoolean()) {
                return;
            }
            if (table == null) {
                store.forget(site.code());
            } else {
                keep(score(site, period, table));
                kept[0]++;
            }
        });
        return kept[0];
    }

    /** What all rated sites come to, for good; asks every criterion. */
    List<Score> all(RatingPeriod period, Map<String, Level> awarded, Map<String, Marks> marks) {
        Map<Site.Kind, PointTable> inForce = inForce(period);
        Instant now = now();
        List<Score> scores = new ArrayList<>();
        sites(site -> {
            PointTable table = inForce.get(site.kind());
            if (table != null) {
                Head head = Head.of(site, period, true, awarded.get(site.code()), now);
                scores.add(scorer.score(head, site, table, marks.getOrDefault(site.code(), Marks.NONE)));
            }
        });
        return scores;
    }

    /** Criteria that the tables of a period name and that are not installed. */
    List<String> absent(RatingPeriod period) {
        return inForce(period).values().stream()
                .flatMap(table -> scorer.absent(table).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** All sites there are, by code. */
    void sites(Consumer<Site> each) {
        for (Division top :
                registry.divisions(null, new PageRequest(null, PageRequest.MAX)).items()) {
            String after = null;
            do {
                Page<Site> page = registry.sites(top.code(), null, new PageRequest(after, PageRequest.MAX));
                page.items().forEach(each);
                after = page.next();
            } while (after != null);
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Score live(Site site, RatingPeriod period) {
        return score(site, period, table(site, period));
    }

    private Score score(Site site, RatingPeriod period, PointTable table) {
        Head head = Head.of(site, period, false, awarded(site.code()), now());
        Marks marks = period.id() == null ? Marks.NONE : store.marks(period.id(), site.code());
        return scorer.score(head, site, table, marks);
    }

    private Map<Site.Kind, PointTable> inForce(RatingPeriod period) {
        Map<Site.Kind, PointTable> inForce = new EnumMap<>(Site.Kind.class);
        for (Site.Kind kind : Site.Kind.values()) {
            tables.inForce(kind, period.until()).ifPresent(table -> inForce.put(kind, table));
        }
        return inForce;
    }

    private void keep(Score score) {
        try {
            store.keep(score.standing());
        } catch (PersistenceException e) {
            if (!Race.lost(e)) {
                throw e;
            }
        }
    }
}
