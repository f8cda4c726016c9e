// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.page.Page;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;
import org.sanban.api.shell.Table;

/** Stops of mobile points that are not over, by their beginning; with {@code --all} those that are over too. */
@Service
@Command(scope = "sanban", name = "stop-list", description = "流动代办点停靠安排 / Lists stops of mobile points")
public final class StopListCommand extends SanbanCommand {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--site", description = "流动代办点编码 / Code of a mobile point")
    @Completion(SiteCompleter.class)
    String site;

    @Option(name = "--all", description = "包括已结束的 / Those that are over too")
    boolean all;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        StopQuery query = new StopQuery(
                division == null ? console.division() : division, site, all ? null : Instant.now(), null, false);
        Page<Stop> page = console.registry().stops(query, page(after, limit));
        Table table = table("number", "site", "from", "to", "place", "state", "note");
        for (Stop stop : page.items()) {
            String state = stop.cancelled() ? "cancelled" : stop.published() ? "published" : "draft";
            table.row(
                    stop.id(),
                    stop.site(),
                    time(stop.from()),
                    time(stop.to()),
                    stop.place(),
                    say("stop." + state),
                    stop.note());
        }
        table.print(out);
        more(out, page);
    }
}
