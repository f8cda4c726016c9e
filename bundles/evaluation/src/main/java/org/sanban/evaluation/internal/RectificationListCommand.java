// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

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
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;
import org.sanban.api.shell.Table;
import org.sanban.api.web.Given;

/** Bad ratings and how far they are rectified, newest first; with {@code --overdue} only the late ones. */
@Service
@Command(
        scope = "sanban",
        name = "rectification-list",
        description = "差评整改情况 / Lists bad ratings and how far they are rectified")
public final class RectificationListCommand implements Action {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    String division;

    @Option(name = "--state", description = "状态 / How far: OPEN ASSIGNED ANSWERED CALLED_BACK CLOSED VOID")
    @Completion(
            value = StringsCompleter.class,
            values = {"OPEN", "ASSIGNED", "ANSWERED", "CALLED_BACK", "CLOSED", "VOID"})
    String state;

    @Option(name = "--overdue", description = "只看超期 / Only late ones")
    boolean overdue;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Reference
    Rectifications rectifications;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        show(Shell.told(this::found, CommandException::new));
        return null;
    }

    private Page<Rectifications.Rectification> found() {
        return rectifications.list(
                division,
                Given.choice(RectificationEntity.State.class, "--state", state),
                overdue,
                false,
                new PageRequest(after, limit),
                Shell.actor(session == null ? null : session.get("USER"), registry));
    }

    private static void show(Page<Rectifications.Rectification> page) {
        Table table = new Table(List.of("编号", "办件", "到期", "整改人", "评价", "状态"));
        for (Rectifications.Rectification one : page.items()) {
            table.row(
                    one.id(),
                    one.rating().number(),
                    (one.dueOn() == null ? "" : one.dueOn()) + (one.late() ? " !" : ""),
                    one.assignee(),
                    one.rating().overallName(),
                    one.stateName());
        }
        table.print(System.out);
        Shell.more(System.out, page);
    }
}
