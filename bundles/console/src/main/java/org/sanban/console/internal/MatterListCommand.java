// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterType;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.api.shell.Table;

/** Matters by code. */
@Service
@Command(scope = "sanban", name = "matter-list", description = "事项列表 / Lists matters")
public final class MatterListCommand extends SanbanCommand {
    @Argument(name = "text", description = "名称中的字词或完整编码 / Words that the name holds, or the whole code")
    @Completion(MatterCompleter.class)
    String text;

    @Option(name = "--department", description = "部门全称 / Exact name of the department")
    String department;

    @Option(name = "--type", description = "事项类型两位代码，如 01 / Type, two digits")
    String type;

    @Option(name = "--level", description = "办理层级：4 县、5 镇、6 村 / Handling level: 4 county, 5 town, 6 village")
    Integer level;

    @Option(name = "--all", description = "包括已停用的 / Withdrawn ones too")
    boolean all;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        MatterQuery query = new MatterQuery(text, department, type(), level, !all);
        Page<Matter> page = console.matters().find(query, page(after, limit));
        Table table = table("code", "matter", "department", "type", "limit", "complete", "sample");
        for (Matter matter : page.items()) {
            table.row(
                    matter.code(),
                    matter.name(),
                    matter.department(),
                    matter.type() == null ? null : say(matter.type().label()),
                    matter.guide().committedDays(),
                    say(matter.guide().missing().isEmpty() ? "yes" : "no"),
                    matter.sample() ? say("sample") : null);
        }
        table.print(out);
        more(out, page);
    }

    private MatterType type() {
        if (type == null) {
            return null;
        }
        return MatterType.of(type)
                .orElseThrow(() -> Problem.invalid(
                        "--type",
                        TEXTS.get(
                                "choice",
                                "--type",
                                type,
                                String.join(
                                        " ",
                                        Arrays.stream(MatterType.values())
                                                .map(MatterType::code)
                                                .toList()))));
    }
}
