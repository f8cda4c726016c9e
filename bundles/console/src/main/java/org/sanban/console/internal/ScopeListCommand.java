// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.Workflow;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.api.shell.Table;

/** Published lists in force, of one mode or of each that is installed. */
@Service
@Command(scope = "sanban", name = "scope-list", description = "服务范围清单 / Lists what divisions serve in a mode")
public final class ScopeListCommand extends SanbanCommand {
    @Argument(name = "mode", description = "服务方式，默认为全部 / Mode, by default all")
    @Completion(ModeCompleter.class)
    String mode;

    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--limit", description = "每种方式条数，1 至 200 / How many of each mode, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记，须同时指定方式 / Page key of the page before, with its mode")
    String after;

    @Override
    void run(PrintStream out) {
        if (after != null && mode == null) {
            throw Problem.invalid("--after", TEXTS.get("scope.after"));
        }
        List<String> modes = mode != null
                ? List.of(mode)
                : console.cases().modes().stream().map(Workflow::mode).toList();
        Table table = table("mode", "division", "tier", "version", "published", "matters", "phone", "source");
        for (String one : modes) {
            Page<Scope> page =
                    console.matters().scopes(one, division == null ? console.division() : division, page(after, limit));
            page.items().forEach(scope -> row(table, scope));
            if (page.next() != null) {
                table.row(one, say("more.mode", page.next()));
            }
        }
        table.print(out);
    }

    private void row(Table table, Scope scope) {
        table.row(
                scope.mode(),
                scope.division(),
                tier(scope),
                "v" + scope.version(),
                time(scope.published()),
                scope.matters().size(),
                scope.hotline(),
                scope.source());
    }
}
