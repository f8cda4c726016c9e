// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sample county's sites: a hall for the county, a centre for each town, a station for each village, windows and staff
 * for the first town's centre, and the {@link SampleTeam}. All are marked as samples, and all persons and numbers are visibly made up. Works
 * only where {@code etc/org.sanban.sample.cfg} says {@code load=true}; what is there already is left alone.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.sanban.sample",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SampleRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(SampleRegistry.class);
    private static final String PHONE = "0915-0000000（示例）";

    /** What can be set. */
    public @interface Config {
        /** Whether to load the sample county. */
        boolean load() default false;
    }

    /** @param registry the service, which is there once the divisions are */
    @Activate
    public SampleRegistry(
            @Reference RegistryService registry,
            @Reference RegistryStore store,
            @Reference TeamStore team,
            @Reference StopStore stops,
            Config config) {
        if (config.load()) {
            load(store, team, stops);
        }
    }

    static void load(RegistryStore store, TeamStore team, StopStore stops) {
        List<Division> divisions = store.divisions();
        SampleTeam sample = new SampleTeam(divisions);
        List<Site> sites = Stream.concat(divisions.stream().map(SampleRegistry::site), sample.points().stream())
                .toList();
        String centre = sites.stream()
                .filter(site -> site.kind() == Site.Kind.CENTRE)
                .map(Site::code)
                .findFirst()
                .orElse("");
        int added = store.add(sites, windows(centre), staff(centre));
        int agents = team.add(sample.vehicles(), sample.agents());
        stops.add(sample.stops(LocalDate.now(ZoneId.of("Asia/Shanghai"))));
        LOG.info("sample county: {} sites, {} of them new; {} agents new", sites.size(), added, agents);
    }

    private static Site site(Division division) {
        String code = division.code() + "-01";
        return switch (division.level()) {
            case COUNTY -> new Site(
                    code, division.code(), Site.Kind.HALL, division.name() + "政务服务中心", null, PHONE, true);
            case TOWN -> new Site(
                    code, division.code(), Site.Kind.CENTRE, division.name() + "便民服务中心", null, PHONE, true);
            case VILLAGE -> new Site(
                    code,
                    division.code(),
                    Site.Kind.STATION,
                    SampleTeam.shortName(division) + "便民服务站",
                    null,
                    null,
                    true);
        };
    }

    private static List<Window> windows(String site) {
        return List.of(
                new Window(site, 1, "综合窗口"),
                new Window(site, 2, "社保医保窗口"),
                new Window(site, 3, "民政残联窗口"),
                new Window(site, 4, "帮办代办窗口"));
    }

    private static List<Staff> staff(String site) {
        return List.of(
                new Staff(0, site, "王受理（示例）", "综合窗口A岗", "chengguan-clerk", 1),
                new Staff(0, site, "李受理（示例）", "综合窗口B岗", "chengguan-clerk2", 1),
                new Staff(0, site, "张审批（示例）", "审批岗", "chengguan-officer", null));
    }
}
