// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.ledger.Gap;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;
import org.sanban.api.web.Given;

/** Opening hours ahead in which posts stand empty or alone. */
@Service
@Command(
        scope = "sanban",
        name = "gap-list",
        description = "缺岗和无人替岗的时段 / Lists opening hours ahead without a substitute")
public final class GapListCommand extends SanbanCommand {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--from", description = "第一天，默认今天 / First day, by default today")
    String from;

    @Option(name = "--days", description = "天数，1 至 62 / How many days, 1 to 62")
    int days = 14;

    @Option(name = "--kind", description = "empty 缺岗，alone 无人替岗 / empty or alone")
    @Completion(
            value = StringsCompleter.class,
            values = {"empty", "alone"})
    String kind;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        LocalDate first = Given.day("--from", from, LocalDate.now(ZONE));
        Page<Gap> page = console.ledgers()
                .gaps(
                        division == null ? console.division() : division,
                        choice(Gap.Kind.class, "--kind", kind),
                        first,
                        first.plusDays(days - 1L),
                        page(after, limit),
                        actor());
        Table table = table("day", "from", "to", "site", "post", "kind", "why");
        for (Gap gap : page.items()) {
            table.row(
                    gap.day(),
                    LocalTime.ofInstant(gap.from(), ZONE),
                    LocalTime.ofInstant(gap.until(), ZONE),
                    gap.siteName(),
                    gap.postName(),
                    say("gap." + gap.kind()),
                    gap.facts().stream().map(fact -> say(fact.text())).collect(Collectors.joining(" ")));
        }
        table.print(out);
        more(out, page);
    }
}
