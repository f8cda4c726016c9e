// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.math.BigDecimal;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.shell.Table;
import org.sanban.api.statistics.By;
import org.sanban.api.statistics.Counts;
import org.sanban.api.statistics.Line;
import org.sanban.api.statistics.Open;
import org.sanban.api.statistics.Selection;
import org.sanban.api.statistics.Summary;
import org.sanban.api.web.Given;

/** How many cases, how many on time: of a place, and broken down. */
@Service
@Command(scope = "sanban", name = "statistics", description = "办件统计 / Volumes and on-time rates of cases")
public final class StatisticsCommand extends SanbanCommand {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--site", description = "只看一个场所 / One site only")
    @Completion(SiteCompleter.class)
    String site;

    @Option(name = "--from", description = "起始日，默认当年 1 月 1 日 / First day; the first of the year where not given")
    String from;

    @Option(name = "--until", description = "截止日，默认今天 / Last day; today where not given")
    String until;

    @Option(
            name = "--by",
            description = "分组：division、site、mode、matter（整月）、light / Broken down by; by matter over whole months")
    @Completion(
            value = StringsCompleter.class,
            values = {"division", "site", "mode", "matter", "light"})
    String by;

    @Override
    void run(PrintStream out) {
        Selection selection =
                new Selection(division, site, Given.day("--from", from, null), Given.day("--until", until, null));
        Summary summary = console.statistics().summary(selection, actor());
        out.println(say("statistics.of", summary.name(), summary.from(), summary.until()));
        Table table = table(
                "code",
                "name",
                "received",
                "accepted",
                "ended-cases",
                "done-cases",
                "on-time",
                "late-cases",
                "rate",
                "open-cases",
                "overdue");
        By asked = choice(By.class, "--by", by);
        if (asked == null) {
            String code = summary.site() == null ? summary.division() : summary.site();
            row(table, code, summary.name(), summary.counts(), summary.ended(), summary.onTimeRate(), summary.open());
        } else {
            for (Line line : console.statistics().breakdown(selection, asked, actor())) {
                row(table, line.key(), say(line.name()), line.counts(), line.ended(), line.onTimeRate(), line.open());
            }
        }
        table.print(out);
        if (asked == null) {
            summary.sites().forEach(at -> at.measures()
                    .forEach(m -> out.println(at.name() + "  " + say(m.name()) + "  "
                            + (m.value() == null ? "-" : m.value().toPlainString()))));
        }
    }

    private static void row(
            Table table, String code, String name, Counts counts, long ended, BigDecimal rate, Open open) {
        table.row(
                code,
                name,
                counts.submitted(),
                counts.accepted(),
                ended,
                counts.done(),
                counts.onTime(),
                counts.late(),
                rate == null ? "-" : rate.toPlainString(),
                open == null ? "" : open.total(),
                open == null ? "" : open.overdue());
    }
}
