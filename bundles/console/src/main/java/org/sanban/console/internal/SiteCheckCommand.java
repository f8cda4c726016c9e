// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.ledger.Check;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;

/** How sites stand against the standards; of one site, every check with why and what to do next. */
@Service
@Command(
        scope = "sanban",
        name = "site-check",
        description = "场所核查：八有一能、六有缺什么 / Shows what sites lack of the standards")
public final class SiteCheckCommand extends SanbanCommand {
    @Argument(name = "site", description = "场所编码，查看全部核查项 / Code of a site, for each of its checks")
    @Completion(SiteCompleter.class)
    String site;

    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--missing", description = "只看有缺项的 / Only those that lack something")
    boolean missing;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        if (site == null) {
            list(out);
        } else {
            show(out, console.ledgers().check(site, actor()));
        }
    }

    private void list(PrintStream out) {
        Page<SiteCheck> page = console.ledgers()
                .checks(division == null ? console.division() : division, missing, page(after, limit), actor());
        Table table = table("site", "name", "standard", "holds", "lacks");
        for (SiteCheck check : page.items()) {
            table.row(
                    check.site().code(),
                    check.site().name(),
                    say(check.standard()),
                    check.of() == 0 ? "" : check.holding() + "/" + check.of(),
                    check.missing().stream()
                            .filter(one -> one.weight() != Check.Weight.ADVISED)
                            .map(one -> say(one.name()))
                            .collect(Collectors.joining(" ")));
        }
        table.print(out);
        more(out, page);
    }

    private void show(PrintStream out, SiteCheck check) {
        field(out, "site", check.site().code());
        field(out, "name", check.site().name() + (check.site().sample() ? "  " + say("sample") : ""));
        if (check.of() > 0) {
            field(out, "standard", say(check.standard()) + " " + check.holding() + "/" + check.of());
        }
        out.println();
        Table table = table("rule", "requirement", "holds", "why", "next");
        for (Check one : check.checks()) {
            table.row(
                    say(one.name()),
                    one.requirement(),
                    say(one.holds() ? "yes" : "no"),
                    one.facts().stream().map(fact -> say(fact.text())).collect(Collectors.joining(" ")),
                    say(one.advice()));
        }
        table.print(out);
    }
}
