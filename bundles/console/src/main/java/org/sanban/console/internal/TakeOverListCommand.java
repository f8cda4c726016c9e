// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.matters.TakeOver;
import org.sanban.api.matters.TakeOver.State;
import org.sanban.api.matters.TakeOverQuery;
import org.sanban.api.matters.TakeOverSummary;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;

/** How far each town has taken over its list; of one town, or with {@code --behind}, matter by matter. */
@Service
@Command(scope = "sanban", name = "takeover-list", description = "各镇承接事项情况 / How far towns have taken over matters")
public final class TakeOverListCommand extends SanbanCommand {
    @Argument(name = "division", description = "镇区划代码，默认各镇汇总 / A town, by default each town in numbers")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--behind", description = "只列尚未接住的 / Only those neither ready nor taken over")
    boolean behind;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        String asked = division == null ? console.division() : division;
        if (division == null && !behind) {
            summary(out, console.takeOvers().summary(asked, page(after, limit), actor()));
        } else {
            lines(
                    out,
                    console.takeOvers().takeOvers(new TakeOverQuery(asked, null, behind), page(after, limit), actor()));
        }
    }

    private void summary(PrintStream out, Page<TakeOverSummary> page) {
        Table table = table(
                "division", "name", "listed", "not-started", "training", "ready", "taken-over", "returned", "behind");
        for (TakeOverSummary town : page.items()) {
            table.row(
                    town.division(),
                    town.name(),
                    town.listed(),
                    count(town, State.NOT_STARTED),
                    count(town, State.TRAINING),
                    count(town, State.READY),
                    count(town, State.TAKEN_OVER),
                    count(town, State.RETURNED),
                    town.behind());
        }
        table.print(out);
        more(out, page);
    }

    private void lines(PrintStream out, Page<TakeOver> page) {
        Table table = table("division", "code", "matter", "department", "state", "since-day", "evidence", "guidance");
        for (TakeOver one : page.items()) {
            table.row(
                    one.division(),
                    one.matter(),
                    one.name(),
                    one.department(),
                    say(one.state().label()),
                    one.since(),
                    one.note(),
                    one.guidance());
        }
        table.print(out);
        more(out, page);
    }

    private static long count(TakeOverSummary town, State state) {
        return town.states().getOrDefault(state, 0L);
    }
}
