// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.Scope;
import org.sanban.api.registry.Division;
import org.sanban.api.shell.Table;

/** The list that a division follows in a mode, with its matters. */
@Service
@Command(scope = "sanban", name = "scope-show", description = "某地执行的清单 / Shows what a division serves in a mode")
public final class ScopeShowCommand extends SanbanCommand {
    @Argument(name = "mode", required = true, description = "服务方式 / Mode")
    @Completion(ModeCompleter.class)
    String mode;

    @Argument(name = "division", index = 1, required = true, description = "区划代码（12 位）/ Division")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--tier", description = "对哪一级适用：COUNTY、TOWN、VILLAGE，默认为本级 / For which level, by default its own")
    String tier;

    @Override
    void run(PrintStream out) {
        String asked = console.registry().division(division).code();
        Division.Level level = choice(Division.Level.class, "--tier", tier);
        Scope scope = console.matters().scope(mode, asked, level == null ? Division.level(asked) : level);
        if (scope == null) {
            out.println(say("scope.none", mode, asked));
            return;
        }
        field(out, "mode", scope.mode());
        field(out, "division", scope.division() + (scope.division().equals(asked) ? "" : "  " + say("scope.above")));
        field(out, "tier", tier(scope));
        field(out, "version", "v" + scope.version() + "  " + time(scope.published()));
        field(out, "source", scope.source() + (scope.sample() ? "  " + say("sample") : ""));
        field(out, "rules", scope.rules());
        field(out, "phone", scope.hotline());
        out.println();
        Table table = table("code", "matter", "department");
        scope.matters().stream().sorted().forEach(code -> {
            Matter matter = console.matters().matter(code);
            table.row(code, matter.name(), matter.department());
        });
        table.print(out);
    }
}
