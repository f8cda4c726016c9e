// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Level;
import org.sanban.api.registry.Site;
import org.sanban.rating.internal.PointTable.Band;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sample point table, through the import that everyone uses: the bands are those that 桐庐 published, the panel's lines
 * are from a published form, the other lines and all their points are made up. Marked as a sample, and left alone once
 * there. Works only where {@code etc/org.sanban.sample.cfg} says {@code load=true}.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.sanban.sample",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SampleTable {
    /** Its key. */
    static final String ID = "sample-tonglu";

    private static final Logger LOG = LoggerFactory.getLogger(SampleTable.class);
    private static final Actor ACTOR = Actor.system("sample", "610926000000");
    private static final String SOURCE = "示例（桐庐）：星级分数段 hzlz.hangzhou.com.cn/articles/15338（村级）；场所设施设备"
            + " wenke99 p-14997216；其余指标和分值为演示拟定，不是任何地方的规定";

    /** What can be set. */
    public @interface Config {
        /** Whether to load the sample county. */
        boolean load() default false;
    }

    @Activate
    public SampleTable(@Reference Tables tables, Config config) throws IOException {
        if (config.load()) {
            load(tables);
        }
    }

    static void load(Tables tables) throws IOException {
        if (tables.all().stream().anyMatch(table -> table.id().equals(ID))) {
            return;
        }
        try (InputStream in = SampleTable.class.getResourceAsStream("sample-table.csv")) {
            TableReport report = tables.load(in, "sample-table.csv", table(), true, ACTOR);
            if (!report.applied()) {
                LOG.error(
                        "the sample point table was not loaded: {}",
                        report.entries().get(0));
            }
        } catch (Problem e) {
            LOG.warn("the sample point table was not loaded here, another node may be loading it: {}", e.getMessage());
        }
    }

    /** The source leaves open who gets 85 and 95: here the higher level, which the county may change. */
    private static PointTable table() {
        return new PointTable(
                ID,
                0,
                "星级评定评分表（示例）",
                SOURCE,
                true,
                LocalDate.of(2024, 1, 1),
                null,
                Set.of(Site.Kind.CENTRE, Site.Kind.STATION),
                List.of(
                        new Band(Level.THREE, new BigDecimal(70)),
                        new Band(Level.FOUR, new BigDecimal(85)),
                        new Band(Level.FIVE, new BigDecimal(95))),
                PointTable.Edge.HIGHER,
                PointTable.Unscored.OUT,
                new BigDecimal(60),
                List.of(),
                null,
                null);
    }
}
