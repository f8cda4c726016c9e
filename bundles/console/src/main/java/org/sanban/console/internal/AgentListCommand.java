// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.page.Page;
import org.sanban.api.registry.Agent;
import org.sanban.api.shell.Table;

/** Agents who serve a division, by account. */
@Service
@Command(scope = "sanban", name = "agent-list", description = "帮代办人员列表 / Lists the agents who serve a division")
public final class AgentListCommand extends SanbanCommand {
    @Option(name = "--division", description = "需要服务的区划代码（12 位）/ Where service is wanted")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--kind", description = "类别 / Part of the team")
    @Completion(
            value = StringsCompleter.class,
            values = {"specialist", "liaison", "town", "village"})
    String kind;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        Page<Agent> page = console.registry()
                .agents(
                        division == null ? console.division() : division,
                        choice(Agent.Kind.class, "--kind", kind),
                        page(after, limit));
        Table table = table("who", "name", "kind", "unit", "areas", "active");
        for (Agent agent : page.items()) {
            table.row(
                    agent.account(),
                    agent.name(),
                    say("agent." + word(agent.kind())),
                    agent.unit(),
                    agent.areas().stream().sorted().collect(Collectors.joining(" ")),
                    say(agent.active() ? "yes" : "no"));
        }
        table.print(out);
        more(out, page);
    }
}
