// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;
import org.sanban.api.shell.Table;

/** Messages and what came of each, newest first; of one case, oldest first. */
@Service
@Command(scope = "sanban", name = "message-list", description = "消息情况 / Lists messages and what came of each")
public final class MessageListCommand implements Action {
    @Option(name = "--number", description = "办件编号 / Number of a case")
    String number;

    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    String division;

    @Option(name = "--state", description = "状态 / How far")
    @Completion(
            value = StringsCompleter.class,
            values = {"WAITING", "SENT", "ARRIVED", "REFUSED", "FAILED", "CANCELLED", "CALL", "CALLED"})
    String state;

    @Option(name = "--channel", description = "渠道 / Id of a channel")
    String channel;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Reference
    Messages messages;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        show(Shell.told(this::found, CommandException::new));
        return null;
    }

    private Page<Messages.Line> found() {
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        return number == null
                ? messages.list(division, wanted(), channel, new PageRequest(after, limit), actor)
                : new Page<>(messages.of(number, actor), null);
    }

    private State wanted() {
        if (state == null) {
            return null;
        }
        try {
            return State.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String all = Arrays.toString(State.values());
            throw Problem.invalid("--state", new Text("状态应为 " + all + "。", "The state must be one of " + all + "."));
        }
    }

    private static void show(Page<Messages.Line> page) {
        Table table = new Table(List.of("编号", "办件", "事件", "渠道", "状态", "次数", "说明"));
        for (Messages.Line one : page.items()) {
            table.row(
                    one.id(),
                    one.number(),
                    one.event(),
                    one.channel(),
                    one.stateName().zh(),
                    one.tries(),
                    one.reason());
        }
        table.print(System.out);
        Shell.more(System.out, page);
    }
}
