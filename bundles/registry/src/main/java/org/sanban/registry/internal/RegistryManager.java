// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;
import org.sanban.api.registry.Vehicle;
import org.sanban.api.registry.Window;
import org.sanban.api.settings.Several;

/**
 * The registry (R2, R7–R9, R95–R98, R103). Whoever gets this service finds the divisions loaded. What cases ask for
 * again and again changes rarely: it is remembered for ten seconds, which is how long another node's change may take to
 * show here.
 */
@Component(service = RegistryService.class, configurationPid = "org.sanban.registry")
@Designate(ocd = RegistryManager.Config.class)
public final class RegistryManager implements RegistryService {
    private static final Texts TEXTS = Texts.of(RegistryManager.class);
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int REMEMBERED = 10_000;
    private static final int MOST_WINDOWS = 999;

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban registry")
    public @interface Config {
        @AttributeDefinition(
                name = "Divisions",
                description = "Paths of csv files with the divisions of a county; empty for the bundled 610926 平利县")
        String[] divisions() default {};
    }

    private final RegistryStore store;
    private final Cache<String, Division> divisions = cache();
    private final Cache<String, Site> sites = cache();
    private final Vehicles vehicles;
    private final Agents agents;
    private final Stops stops;

    @Activate
    public RegistryManager(
            @Reference RegistryStore store, @Reference TeamStore team, @Reference StopStore stops, Config config) {
        this(store, team, stops, Several.of(config.divisions()), Clock.systemUTC());
    }

    RegistryManager(RegistryStore store, TeamStore team, StopStore stops, List<String> files, Clock clock) {
        this.store = store;
        this.vehicles = new Vehicles(team, this);
        this.agents = new Agents(team, this);
        this.stops = new Stops(stops, this, clock);
        new DivisionLoader(store).load(files);
    }

    static <V> Cache<String, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(REMEMBERED)
                .build();
    }

    @Override
    public Division division(String code) {
        return divisions.get(key(code), c -> store.division(c).orElseThrow(() -> Problem.notFound("division", c)));
    }

    @Override
    public Page<Division> divisions(String parent, PageRequest page) {
        if (parent != null) {
            division(parent);
        }
        return Page.of(store.divisions(parent, page), page, Division::code);
    }

    @Override
    public Site site(String code) {
        return sites.get(key(code), c -> store.site(c).orElseThrow(() -> Problem.notFound("site", c)));
    }

    @Override
    public Page<Site> sites(String division, Site.Kind kind, PageRequest page) {
        String prefix =
                division == null ? "" : Division.prefix(division(division).code());
        return Page.of(store.sites(prefix, kind, page), page, Site::code);
    }

    @Override
    public Site save(Site site, Actor actor) {
        new Faults()
                .check(key(site.code()).matches("[0-9]{12}-[0-9]{2}"), "code", "site.code")
                .check(key(site.code()).startsWith(key(site.division()) + "-"), "division", "site.division")
                .check(site.kind() != null, "kind", "site.kind.missing")
                .text("name", site.name(), 100)
                .optional("address", site.address(), 200)
                .check(site.phone() == null || site.phone().matches("[-0-9 ()（）+转示例]{3,40}"), "phone", "phone")
                .raise();
        administers(site.division(), actor);
        new Faults()
                .check(fits(site.kind(), division(site.division()).level()), "kind", "site.kind")
                .raise();
        store.put(site);
        sites.invalidate(site.code());
        return site;
    }

    @Override
    public List<Window> windows(String site) {
        return store.windows(site(site).code());
    }

    @Override
    public Map<String, List<Window>> windows(Collection<String> sites) {
        return store.windows(sites);
    }

    @Override
    public Window save(Window window, Actor actor) {
        administers(site(window.site()).division(), actor);
        new Faults()
                .check(window.number() >= 1 && window.number() <= MOST_WINDOWS, "number", "window.number", MOST_WINDOWS)
                .text("name", window.name(), 100)
                .raise();
        store.put(window);
        return window;
    }

    @Override
    public Page<Staff> staff(String site, PageRequest page, Actor actor) {
        readsStaff(site(site).division(), actor);
        return Page.of(store.staff(site, page), page, staff -> Long.toString(staff.id()));
    }

    @Override
    public Map<String, List<Staff>> staff(Collection<String> sites, Actor actor) {
        // A site's code starts with its division's, so that none has to be read.
        sites.forEach(site -> readsStaff(site.substring(0, Math.min(site.length(), 12)), actor));
        Map<String, List<Staff>> found = new HashMap<>(store.staff(sites));
        found.replaceAll((site, staff) -> staff.subList(0, Math.min(staff.size(), PageRequest.MAX)));
        return found;
    }

    private static void readsStaff(String division, Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT, Role.SUPERVISOR);
        sees(division, actor);
    }

    @Override
    public Staff save(Staff staff, Actor actor) {
        administers(site(staff.site()).division(), actor);
        if (staff.id() != 0) {
            Staff known =
                    store.staff(staff.id()).orElseThrow(() -> Problem.notFound("staff", Long.toString(staff.id())));
            administers(site(known.site()).division(), actor);
        }
        new Faults()
                .text("name", staff.name(), 60)
                .text("post", staff.post(), 60)
                .check(staff.account() == null || staff.account().matches("[a-z0-9._-]{3,40}"), "account", "account")
                .check(
                        staff.window() == null || store.hasWindow(staff.site(), staff.window()),
                        "window",
                        "window.unknown",
                        staff.window(),
                        staff.site())
                .raise();
        return store.put(staff);
    }

    @Override
    public Vehicle vehicle(String code) {
        return vehicles.get(code);
    }

    @Override
    public Page<Vehicle> vehicles(String division, PageRequest page) {
        return vehicles.list(division, page);
    }

    @Override
    public Vehicle save(Vehicle vehicle, Actor actor) {
        return vehicles.save(vehicle, actor);
    }

    @Override
    public Agent agent(String account) {
        return agents.get(account);
    }

    @Override
    public Page<Agent> agents(String division, Agent.Kind kind, PageRequest page) {
        return agents.list(division, kind, page);
    }

    @Override
    public Map<String, List<Agent>> agents(Collection<String> divisions) {
        return agents.of(divisions);
    }

    @Override
    public Agent save(Agent agent, Actor actor) {
        return agents.save(agent, actor);
    }

    @Override
    public Stop stop(long id) {
        return stops.get(id);
    }

    @Override
    public Page<Stop> stops(StopQuery query, PageRequest page) {
        return stops.list(query, page);
    }

    @Override
    public Stop save(Stop stop, Actor actor) {
        return stops.save(stop, actor);
    }

    @Override
    public Stop cancel(long id, Actor actor) {
        return stops.cancel(id, actor);
    }

    /** A hall is a county's, a centre a town's; a station may be anywhere, as in an industrial park, as a mobile point. */
    private static boolean fits(Site.Kind kind, Division.Level level) {
        return switch (kind) {
            case HALL -> level == Division.Level.COUNTY;
            case CENTRE -> level == Division.Level.TOWN;
            case STATION, MOBILE -> true;
        };
    }

    /** @throws Problem forbidden, unless the actor administers the division */
    static void administers(String division, Actor actor) {
        actor.require(Role.ADMIN);
        sees(division, actor);
    }

    static void sees(String division, Actor actor) {
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division));
        }
    }

    static String key(String code) {
        return code == null ? "" : code;
    }
}
