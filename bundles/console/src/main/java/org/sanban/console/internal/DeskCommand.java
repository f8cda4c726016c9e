// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.ledger.Desk;
import org.sanban.api.shell.Table;

/** What the general service desk has before it: open requests, those that burn marked, and today's plans. */
@Service
@Command(scope = "sanban", name = "desk", description = "政务服务总服务台一览 / What the general service desk has before it")
public final class DeskCommand extends SanbanCommand {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--limit", description = "每个列表的条数，1 至 200 / How many of each list, 1 to 200")
    int limit = 20;

    @Override
    void run(PrintStream out) {
        Desk desk = console.desk().desk(division == null ? console.division() : division, limit, actor());
        for (Desk.Mode mode : desk.modes()) {
            out.println(say(mode.installed() ? "desk.mode" : "desk.mode.absent", mode.name()));
            Set<String> shown = mode.alarms().stream().map(CaseLine::number).collect(Collectors.toSet());
            Table table = table("number", "matter", "applicant", "site", "stage", "light", "submitted");
            mode.alarms().forEach(line -> row(table, line));
            mode.open().stream().filter(line -> !shown.contains(line.number())).forEach(line -> row(table, line));
            table.print(out);
            mode.needs()
                    .forEach(need -> out.println(
                            say("desk.need", need.name(), need.numbers().size(), String.join(" ", need.numbers()))));
            if (mode.more()) {
                out.println(say("desk.more", mode.mode()));
            }
        }
        out.println(say("desk.alarms"));
        Table late = table("due", "division", "site", "what");
        desk.alarms().forEach(one -> late.row(one.due(), one.division(), one.site(), say(one.text())));
        late.print(out);
        out.println(say("desk.today", desk.day()));
        Table today = table("from", "to", "resource", "place", "number", "matter");
        for (BookedTime time : desk.today()) {
            today.row(
                    time(time.booking().from()),
                    time(time.booking().to()),
                    time.booking().resource(),
                    time.booking().place(),
                    time.number(),
                    time.matterName());
        }
        today.print(out);
    }

    private void row(Table table, CaseLine line) {
        table.row(
                line.number(),
                line.matterName(),
                line.applicant(),
                line.site(),
                say(line.stageName()),
                say("light." + line.light().name().toLowerCase(Locale.ROOT)),
                time(line.submittedAt()));
    }
}
