// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.matters.Coverage;
import org.sanban.api.matters.CoverageSummary;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;

/** How much of the catalogue each channel reaches; with {@code --missing} which matters one does not, and what to do. */
@Service
@Command(
        scope = "sanban",
        name = "coverage-list",
        description = "事项渠道覆盖（抖音可查、微信可知、电话可约）/ Through which channels matters are reached")
public final class CoverageListCommand extends SanbanCommand {
    @Option(name = "--missing", description = "列出此渠道尚未覆盖的事项 / Lists the matters this channel does not reach")
    String missing;

    @Option(name = "--all", description = "逐项列出 / Lists every matter")
    boolean all;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        if (missing == null && !all) {
            summary(out, console.coverage().summary());
            return;
        }
        Page<Coverage> page = console.coverage().coverage(missing, page(after, limit));
        if (missing == null) {
            matrix(out, page);
        } else {
            lacking(out, page);
        }
        more(out, page);
    }

    private void summary(PrintStream out, CoverageSummary told) {
        out.println(say("coverage.of", told.matters(), told.source()));
        Table table = table("channel", "what", "channel-module", "reached", "uncovered", "outdated", "next");
        for (CoverageSummary.Channel channel : told.channels()) {
            table.row(
                    channel.channel(),
                    say(channel.name()),
                    say(channel.installed() ? "there" : "absent.short"),
                    channel.reached(),
                    channel.missing(),
                    channel.outdated(),
                    say(channel.next()));
        }
        table.print(out);
    }

    private void matrix(PrintStream out, Page<Coverage> page) {
        List<String> headings = new ArrayList<>(List.of(say("head.code"), say("head.matter")));
        page.items().stream()
                .limit(1)
                .flatMap(line -> line.channels().stream())
                .map(reach -> say(reach.name()))
                .forEach(headings::add);
        Table table = new Table(headings);
        page.items()
                .forEach(line -> table.row(Stream.concat(
                                Stream.of(line.matter(), line.name()),
                                line.channels().stream().map(reach -> say(reach.reached() ? "yes" : "no")))
                        .toArray()));
        table.print(out);
    }

    private void lacking(PrintStream out, Page<Coverage> page) {
        Table table = table("code", "matter", "department", "reason", "next");
        for (Coverage line : page.items()) {
            line.channels().stream()
                    .filter(reach -> reach.channel().equals(missing))
                    .forEach(reach -> table.row(
                            line.matter(), line.name(), line.department(), say(reach.why()), say(reach.next())));
        }
        table.print(out);
    }
}
