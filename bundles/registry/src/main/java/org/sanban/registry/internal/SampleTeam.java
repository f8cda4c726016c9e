// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.Vehicle;

/**
 * The sample county's team: 5 specialists and 13 liaison officers of the county (R95, R96), an agent for each town and
 * village (R97), a vehicle for the hall and each centre, and a mobile point with stops ahead (R103). All made up.
 */
final class SampleTeam {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String TOWN = "610926100000";
    private static final Site POINT = new Site(TOWN + "-02", TOWN, Site.Kind.MOBILE, "城关镇流动代办点（示例）", null, null, true);

    private final Map<String, Division> divisions;

    SampleTeam(List<Division> divisions) {
        this.divisions = divisions.stream().collect(Collectors.toMap(Division::code, Function.identity()));
    }

    List<Vehicle> vehicles() {
        return lines("sample-vehicles.csv")
                .filter(cells -> divisions.containsKey(cells[1]))
                .map(cells ->
                        new Vehicle(cells[0], cells[1], divisions.get(cells[1]).name() + "服务车（示例）", true))
                .toList();
    }

    /** Those of the file, and one for each village that has none there. */
    List<Agent> agents() {
        List<Agent> named = lines("sample-agents.csv")
                .filter(cells -> divisions.containsKey(cells[4]))
                .map(cells ->
                        new Agent(cells[0], Agent.Kind.valueOf(cells[1]), cells[2], cells[3], Set.of(cells[4]), true))
                .toList();
        Set<String> served =
                named.stream().flatMap(agent -> agent.areas().stream()).collect(Collectors.toSet());
        Stream<Agent> villages = divisions.values().stream()
                .filter(d -> d.level() == Division.Level.VILLAGE && !served.contains(d.code()))
                .map(SampleTeam::agent);
        return Stream.concat(named.stream(), villages).toList();
    }

    /** The mobile point, where there is its town. */
    List<Site> points() {
        return Stream.of(POINT)
                .filter(point -> divisions.containsKey(point.division()))
                .toList();
    }

    /** Stops of the mobile point on a morning of each of the next weeks. */
    List<Stop> stops(LocalDate today) {
        List<String> places = List.of("龙头村村委会院内（示例）", "三里垭村文化广场（示例）", "药妇沟村村口（示例）");
        return points().stream()
                .flatMap(point -> Stream.iterate(0, i -> i < places.size(), i -> i + 1)
                        .map(i -> stop(point, places.get(i), today.plusDays(2 + 7L * i))))
                .toList();
    }

    /** What a village calls itself without its committee: 西城社区, 龙头. */
    static String shortName(Division village) {
        return village.name().replaceFirst("(居|村)委会$", "");
    }

    private static Stop stop(Site point, String place, LocalDate day) {
        return new Stop(
                0,
                point.code(),
                place,
                day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant(),
                day.atTime(LocalTime.of(11, 30)).atZone(ZONE).toInstant(),
                "示例安排，非真实信息",
                true,
                false);
    }

    private static Agent agent(Division village) {
        String name = shortName(village);
        return new Agent(
                "agent-" + village.code(),
                Agent.Kind.VILLAGE,
                name + "代办员（示例）",
                name + "便民服务站",
                Set.of(village.code()),
                true);
    }

    private static Stream<String[]> lines(String file) {
        try (InputStream in = SampleTeam.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
