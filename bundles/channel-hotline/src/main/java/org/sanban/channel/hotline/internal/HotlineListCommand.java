// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.List;
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
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;
import org.sanban.api.shell.Table;
import org.sanban.api.web.Given;

/** Work orders of 12345 and how far they are, newest first; with {@code --overdue} only the late ones. */
@Service
@Command(scope = "sanban", name = "hotline-list", description = "12345 工单情况 / Lists the work orders of 12345")
public final class HotlineListCommand implements Action {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    String division;

    @Option(name = "--state", description = "状态 / How far: RECEIVED ASSIGNED ANSWERED CALLED_BACK CLOSED RETURNED")
    @Completion(
            value = StringsCompleter.class,
            values = {"RECEIVED", "ASSIGNED", "ANSWERED", "CALLED_BACK", "CLOSED", "RETURNED"})
    String state;

    @Option(name = "--kind", description = "类别 / ADVICE HELP COMPLAINT REPORT SUGGESTION APPOINTMENT PROGRESS")
    @Completion(
            value = StringsCompleter.class,
            values = {"ADVICE", "HELP", "COMPLAINT", "REPORT", "SUGGESTION", "APPOINTMENT", "PROGRESS"})
    String kind;

    @Option(name = "--overdue", description = "只看超期 / Only late ones")
    boolean overdue;

    @Option(name = "--refused", description = "只看 12345 中心拒收的 / Only what the centre refused, and why")
    boolean refused;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Reference
    Orders orders;

    @Reference
    Refused refusals;

    @Reference
    HotlineSettings settings;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        settings.fault().ifPresent(fault -> System.out.println("! " + fault.zh()));
        Page<Order> page = Shell.told(this::found, CommandException::new);
        if (refused) {
            why(page);
        } else {
            show(page);
        }
        Shell.more(System.out, page);
        return null;
    }

    private Page<Order> found() {
        PageRequest page = new PageRequest(after, limit);
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        if (refused) {
            return refusals.list(page, actor);
        }
        Orders.Query query = new Orders.Query(
                Given.word(division),
                Given.choice(State.class, "--state", state),
                Given.choice(Kind.class, "--kind", kind),
                null,
                overdue,
                false);
        return orders.list(query, page, actor);
    }

    private static void why(Page<Order> page) {
        Table table = new Table(List.of("序号", "工单编号", "区划", "步骤", "12345 中心的回答"));
        for (Order one : page.items()) {
            one.untold().stream()
                    .filter(Order.Untold::refused)
                    .forEach(step -> table.row(one.id(), one.number(), one.division(), step.step(), step.reason()));
        }
        table.print(System.out);
    }

    private static void show(Page<Order> page) {
        Table table = new Table(List.of("序号", "工单编号", "类别", "区划", "到期", "承办人", "状态"));
        for (Order one : page.items()) {
            table.row(
                    one.id(),
                    one.number(),
                    one.kindName(),
                    one.division(),
                    (one.dueOn() == null ? "" : one.dueOn()) + (one.late() ? " !" : ""),
                    one.assignee(),
                    one.stateName());
        }
        table.print(System.out);
    }
}
