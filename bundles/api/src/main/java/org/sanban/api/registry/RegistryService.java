// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/**
 * Divisions, sites, windows and staff (R2, R7–R9), vehicles, agents (R95–R98) and the stops of mobile points (R103).
 * Divisions, sites and published stops are public; staff is for staff.
 */
@ProviderType
public interface RegistryService {
    /**
     * One division.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Division division(String code);

    /** Divisions directly below {@code parent} by code; with {@code null}, the topmost. */
    Page<Division> divisions(String parent, PageRequest page);

    /**
     * One site.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Site site(String code);

    /**
     * Sites in the subtree of {@code division} by code.
     *
     * @param kind only these, or {@code null} for all
     */
    Page<Site> sites(String division, Site.Kind kind, PageRequest page);

    /** Creates or replaces a site. For administrators of its division. */
    Site save(Site site, Actor actor);

    /** The windows of a site by number. */
    List<Window> windows(String site);

    /** The windows of several sites by number, by site: at once, for who looks at many. */
    default Map<String, List<Window>> windows(Collection<String> sites) {
        return sites.stream().distinct().collect(Collectors.toMap(site -> site, this::windows));
    }

    /** Creates or replaces a window. For administrators of the site's division. */
    Window save(Window window, Actor actor);

    /** The staff of a site by id, for accounts that see the site. */
    Page<Staff> staff(String site, PageRequest page, Actor actor);

    /**
     * The staff of several sites by id, by site, at most {@link PageRequest#MAX} of each: at once, for who looks at many.
     * For accounts that see the sites.
     */
    default Map<String, List<Staff>> staff(Collection<String> sites, Actor actor) {
        PageRequest all = new PageRequest(null, PageRequest.MAX);
        return sites.stream().distinct().collect(Collectors.toMap(site -> site, site -> staff(site, all, actor)
                .items()));
    }

    /** Creates ({@code id} 0) or replaces a staff member. For administrators of the site's division. */
    Staff save(Staff staff, Actor actor);

    /**
     * One vehicle.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Vehicle vehicle(String code);

    /** Vehicles of the subtree of {@code division} by code. */
    Page<Vehicle> vehicles(String division, PageRequest page);

    /** Creates or replaces a vehicle. For administrators of its division. */
    Vehicle save(Vehicle vehicle, Actor actor);

    /**
     * One agent.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Agent agent(String account);

    /**
     * Agents by account who serve {@code division}: their areas hold it.
     *
     * @param kind only these, or {@code null} for all
     */
    Page<Agent> agents(String division, Agent.Kind kind, PageRequest page);

    /**
     * Agents by account who serve divisions, by division, at most {@link PageRequest#MAX} of each: at once, for who looks
     * at many.
     */
    default Map<String, List<Agent>> agents(Collection<String> divisions) {
        PageRequest all = new PageRequest(null, PageRequest.MAX);
        return divisions.stream().distinct().collect(Collectors.toMap(division -> division, division -> agents(
                        division, null, all)
                .items()));
    }

    /** Creates or replaces an agent. For administrators of each of the areas. */
    Agent save(Agent agent, Actor actor);

    /**
     * One stop of a mobile point, published or not.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Stop stop(long id);

    /** Stops of mobile points by their beginning, those called off among them. */
    Page<Stop> stops(StopQuery query, PageRequest page);

    /**
     * Plans ({@code id} 0) or changes a stop that is not over. For administrators of the mobile point's division.
     *
     * @throws org.sanban.api.problem.Problem conflict, naming the stop of the same point that it overlaps
     */
    Stop save(Stop stop, Actor actor);

    /** Calls a stop off that is not over. For administrators of the mobile point's division. */
    Stop cancel(long id, Actor actor);
}
