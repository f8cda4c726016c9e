// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;
import org.sanban.api.registry.Vehicle;
import org.sanban.api.registry.Window;

/** The sample county with one town, and the sites it is given. */
public final class FakeRegistry implements RegistryService {
    private final SortedMap<String, Division> divisions = new TreeMap<>();
    private final SortedMap<String, Site> sites = new TreeMap<>();
    private final List<Window> windows = new ArrayList<>();
    private final List<Staff> staff = new ArrayList<>();
    private final SortedMap<String, Vehicle> vehicles = new TreeMap<>();
    private final SortedMap<String, Agent> agents = new TreeMap<>();
    private final SortedMap<Long, Stop> stops = new TreeMap<>();

    /** With these sites. */
    public FakeRegistry(Site... sites) {
        divisions.put(Samples.COUNTY, new Division(Samples.COUNTY, "示例县", Division.Level.COUNTY, null));
        divisions.put(Samples.TOWN, new Division(Samples.TOWN, "示例镇", Division.Level.TOWN, Samples.COUNTY));
        List.of(sites).forEach(site -> this.sites.put(site.code(), site));
    }

    /** Knows one more division. */
    public FakeRegistry with(Division division) {
        divisions.put(division.code(), division);
        return this;
    }

    @Override
    public Division division(String code) {
        return found("division", code, divisions.get(code));
    }

    @Override
    public Page<Division> divisions(String parent, PageRequest page) {
        List<Division> rows = divisions.values().stream()
                .filter(d -> Objects.equals(d.parent(), parent))
                .filter(d -> page.after() == null || d.code().compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page, Division::code);
    }

    @Override
    public Site site(String code) {
        return found("site", code, sites.get(code));
    }

    @Override
    public Page<Site> sites(String division, Site.Kind kind, PageRequest page) {
        List<Site> rows = sites.values().stream()
                .filter(s -> Division.contains(division, s.division()) && (kind == null || kind == s.kind()))
                .filter(s -> page.after() == null || s.code().compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page, Site::code);
    }

    @Override
    public Site save(Site site, Actor actor) {
        sites.put(site.code(), site);
        return site;
    }

    @Override
    public List<Window> windows(String site) {
        return windows.stream().filter(w -> w.site().equals(site)).toList();
    }

    @Override
    public Window save(Window window, Actor actor) {
        windows.add(window);
        return window;
    }

    @Override
    public Page<Staff> staff(String site, PageRequest page, Actor actor) {
        return new Page<>(staff.stream().filter(s -> s.site().equals(site)).toList(), null);
    }

    @Override
    public Staff save(Staff person, Actor actor) {
        staff.add(person);
        return person;
    }

    private static <T> T found(String noun, String key, T value) {
        if (value == null) {
            throw Problem.notFound(noun, key);
        }
        return value;
    }

    @Override
    public Vehicle vehicle(String code) {
        return found("vehicle", code, vehicles.get(code));
    }

    @Override
    public Page<Vehicle> vehicles(String division, PageRequest page) {
        return new Page<>(
                vehicles.values().stream()
                        .filter(v -> Division.contains(division, v.division()))
                        .toList(),
                null);
    }

    @Override
    public Vehicle save(Vehicle vehicle, Actor actor) {
        vehicles.put(vehicle.code(), vehicle);
        return vehicle;
    }

    @Override
    public Agent agent(String account) {
        return found("agent", account, agents.get(account));
    }

    @Override
    public Page<Agent> agents(String division, Agent.Kind kind, PageRequest page) {
        return new Page<>(
                agents.values().stream()
                        .filter(a -> a.serves(division) && (kind == null || kind == a.kind()))
                        .toList(),
                null);
    }

    @Override
    public Agent save(Agent agent, Actor actor) {
        agents.put(agent.account(), agent);
        return agent;
    }

    @Override
    public Stop stop(long id) {
        return found("stop", Long.toString(id), stops.get(id));
    }

    @Override
    public Page<Stop> stops(StopQuery query, PageRequest page) {
        return new Page<>(
                stops.values().stream()
                        .filter(s -> query.site() == null || query.site().equals(s.site()))
                        .filter(s -> query.division() == null
                                || Division.contains(
                                        query.division(), site(s.site()).division()))
                        .filter(s -> query.from() == null || s.to().isAfter(query.from()))
                        .filter(s -> query.to() == null || s.from().isBefore(query.to()))
                        .filter(s -> s.published() || !query.published())
                        .sorted(Comparator.comparing(Stop::from))
                        .toList(),
                null);
    }

    @Override
    public Stop save(Stop stop, Actor actor) {
        return keep(stop, stop.id() == 0 ? stops.size() + 1L : stop.id(), stop.cancelled());
    }

    @Override
    public Stop cancel(long id, Actor actor) {
        return keep(stop(id), id, true);
    }

    private Stop keep(Stop s, long id, boolean cancelled) {
        stops.put(id, new Stop(id, s.site(), s.place(), s.from(), s.to(), s.note(), s.published(), cancelled));
        return stops.get(id);
    }
}
