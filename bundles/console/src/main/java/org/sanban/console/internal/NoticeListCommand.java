// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeQuery;

/** Notices that are not closed, newest first; with {@code --all} those that are, with {@code --late} only late ones. */
@Service
@Command(
        scope = "sanban",
        name = "notice-list",
        description = "通报批评和限期整改 / Lists notices of criticism and rectification")
public final class NoticeListCommand extends SanbanCommand {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--all", description = "包括已办结的 / Those that are closed too")
    boolean all;

    @Option(name = "--late", description = "只列逾期上报的 / Only those told to the county as late")
    boolean late;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        Page<Notice> page =
                console.notices().notices(new NoticeQuery(division, !all, late), page(after, limit), actor());
        Table table = table("number", "division", "kind", "cause", "issued", "due", "state", "late");
        for (Notice notice : page.items()) {
            table.row(
                    notice.id(),
                    console.registry().division(notice.division()).name(),
                    say("notice.kind." + word(notice.kind())),
                    say("cause." + word(notice.cause())),
                    notice.issuedOn(),
                    notice.dueOn(),
                    say("notice.state." + word(notice.state())),
                    notice.lateOn());
        }
        table.print(out);
        more(out, page);
    }
}
