// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.page.Page;
import org.sanban.api.registry.Site;
import org.sanban.api.shell.Table;

/** Sites by code. */
@Service
@Command(scope = "sanban", name = "site-list", description = "服务场所列表 / Lists sites")
public final class SiteListCommand extends SanbanCommand {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    String division;

    @Option(name = "--kind", description = "种类 / Hall, centre, station or mobile point")
    @Completion(
            value = StringsCompleter.class,
            values = {"hall", "centre", "station", "mobile"})
    String kind;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        Page<Site> page = console.registry()
                .sites(
                        division == null ? console.division() : division,
                        choice(Site.Kind.class, "--kind", kind),
                        page(after, limit));
        Table table = table("code", "site", "kind", "phone", "sample");
        for (Site site : page.items()) {
            table.row(
                    site.code(),
                    site.name(),
                    say("kind." + word(site.kind())),
                    site.phone(),
                    site.sample() ? say("sample") : null);
        }
        table.print(out);
        more(out, page);
    }
}
