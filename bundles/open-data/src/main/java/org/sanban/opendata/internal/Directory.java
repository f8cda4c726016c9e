// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.opendata.internal.Snapshot.Department;
import org.sanban.opendata.internal.Snapshot.Listed;
import org.sanban.opendata.internal.Snapshot.Offer;

/**
 * What is published, and where it is offered. Read from the catalogue and the registry when asked for, and remembered for
 * a minute: harvesters take it page by page.
 *
 * <p>A matter is offered at a site when its guide names the site's level (4 county hall, 5 town, 6 village) and allows the
 * window, and when the list of the mode {@code window} that the site's division follows, where one is published, holds it.
 * Where a guide names no level, nothing is said.
 */
@Component(service = Directory.class)
public final class Directory {
    private static final String WINDOW = "window";
    private static final long LIFE = Duration.ofMinutes(1).toNanos();

    private record Level(int digit, Scope scope) {}

    private final MatterService matters;
    private final RegistryService registry;
    private Snapshot remembered;
    private long readAt;

    @Activate
    public Directory(@Reference MatterService matters, @Reference RegistryService registry) {
        this.matters = matters;
        this.registry = registry;
    }

    /** The directory as it is, or was within the last minute. */
    synchronized Snapshot snapshot() {
        if (remembered == null || System.nanoTime() - readAt > LIFE) {
            remembered = read();
            readAt = System.nanoTime();
        }
        return remembered;
    }

    /** Whom a site serves. */
    Division division(Site site) {
        return registry.division(site.division());
    }

    /** The divisions that the directory is of: those without one above. */
    List<Division> tops() {
        return registry.divisions(null, new PageRequest(null, PageRequest.MAX)).items();
    }

    private Snapshot read() {
        List<Matter> published = all(page -> matters.find(new MatterQuery(null, null, null, null, true), page));
        List<Listed> services = published.stream().map(Directory::listed).toList();
        Map<UUID, Department> departments = new LinkedHashMap<>();
        for (int i = 0; i < published.size(); i++) {
            Matter matter = published.get(i);
            departments.merge(
                    services.get(i).department(),
                    new Department(services.get(i).department(), matter.department(), matter.departmentCode(), 1),
                    (before, one) -> new Department(
                            before.id(), before.name(), before.creditCode(), before.services() + one.services()));
        }
        return new Snapshot(services, List.copyOf(departments.values()), offers(published, services));
    }

    private List<Offer> offers(List<Matter> published, List<Listed> services) {
        Map<Level, List<Listed>> lists = new HashMap<>();
        List<Offer> offers = new ArrayList<>();
        for (Division top : tops()) {
            for (Site site : all(page -> registry.sites(top.code(), null, page))) {
                Level level = new Level(digit(site), matters.scope(WINDOW, site.division()));
                List<Listed> offered = lists.computeIfAbsent(level, l -> offered(l, published, services));
                offers.add(new Offer(Ids.of("site", site.code()), site, offered));
            }
        }
        return offers;
    }

    private static List<Listed> offered(Level level, List<Matter> published, List<Listed> services) {
        List<Listed> offered = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            Matter matter = published.get(i);
            boolean here = matter.guide().levels().contains(level.digit());
            boolean window =
                    matter.guide().modes().isEmpty() || matter.guide().modes().contains(WINDOW);
            boolean placed = level.scope() == null || level.scope().matters().contains(matter.code());
            if (here && window && placed) {
                offered.add(services.get(i));
            }
        }
        return List.copyOf(offered);
    }

    /** GB/T 39046 A.2; a mobile point serves as its division does. */
    private int digit(Site site) {
        return switch (site.kind()) {
            case HALL -> 4;
            case CENTRE -> 5;
            case STATION -> 6;
            case MOBILE -> switch (division(site).level()) {
                case COUNTY -> 4;
                case TOWN -> 5;
                case VILLAGE -> 6;
            };
        };
    }

    private static Listed listed(Matter m) {
        String department = Objects.requireNonNullElse(m.departmentCode(), m.department());
        return new Listed(
                Ids.of("matter", m.code()),
                m.code(),
                m.name(),
                Ids.of("department", department),
                m.guide().published());
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(new PageRequest(null, PageRequest.MAX));
        all.addAll(page.items());
        while (page.next() != null) {
            page = list.apply(new PageRequest(page.next(), PageRequest.MAX));
            all.addAll(page.items());
        }
        return all;
    }
}
