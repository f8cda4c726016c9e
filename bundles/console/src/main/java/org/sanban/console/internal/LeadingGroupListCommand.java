// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;
import org.sanban.api.supervision.LeadingGroup;

/** Leading groups by division, with head and members. */
@Service
@Command(scope = "sanban", name = "leading-group-list", description = "工作领导小组 / Lists leading groups")
public final class LeadingGroupListCommand extends SanbanCommand {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--past", description = "包括已调整的 / Those too whose place a later one took")
    boolean past;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        Page<LeadingGroup> page = console.groups().groups(division, past, page(after, limit), actor());
        Table table = table("division", "name", "group.head", "group.members", "group.document", "from", "to");
        page.items()
                .forEach(one -> table.row(
                        one.division(),
                        one.name(),
                        one.head(),
                        String.join("、", one.members()),
                        one.document(),
                        one.formedOn(),
                        one.endedOn()));
        table.print(out);
        more(out, page);
    }
}
