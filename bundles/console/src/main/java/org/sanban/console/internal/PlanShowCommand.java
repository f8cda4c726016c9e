// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;
import org.sanban.api.supervision.PlanProgress;
import org.sanban.api.supervision.PlanProgress.TaskProgress;

/** How the plan's tasks stand: a county with each of its towns, one line each; a town task by task. */
@Service
@Command(scope = "sanban", name = "plan-show", description = "任务进度 / Shows how the plan's tasks stand, by town")
public final class PlanShowCommand extends SanbanCommand {
    @Argument(name = "division", description = "县或镇的区划代码，默认为本辖区 / County or town, by default the shell's own")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--tasks", description = "逐项列出任务 / Task by task, for a county too")
    boolean tasks;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        Page<PlanProgress> page = console.plan().progress(division, page(after, limit), actor());
        if (tasks || page.items().size() == 1) {
            page.items().forEach(one -> lines(out, one));
        } else {
            Table table = table("division", "name", "tasks", "done", "late", "meeting");
            page.items()
                    .forEach(one -> table.row(
                            one.division(),
                            one.name(),
                            one.lines().size(),
                            one.done(),
                            one.late(),
                            one.lastMeetingOn()));
            table.print(out);
        }
        more(out, page);
    }

    private void lines(PrintStream out, PlanProgress one) {
        out.println(one.name() + " " + one.division());
        Table table = table("code", "task", "due", "state", "late", "reported", "note");
        for (TaskProgress line : one.lines()) {
            table.row(
                    line.code(),
                    line.title(),
                    line.dueOn(),
                    say("plan.state." + word(line.state())),
                    line.late() ? say("yes") : "",
                    line.reportedOn(),
                    line.note());
        }
        table.print(out);
    }
}
