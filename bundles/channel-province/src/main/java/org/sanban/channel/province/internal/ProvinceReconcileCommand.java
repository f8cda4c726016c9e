// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;
import org.sanban.api.shell.Table;

/** Compares a day with the provincial platform, and with {@code --resend} sends again what differs. */
@Service
@Command(
        scope = "sanban",
        name = "province-reconcile",
        description = "与省级平台对账 / Compares a day with the provincial platform")
public final class ProvinceReconcileCommand implements Action {
    @Argument(name = "day", description = "日期，默认昨天 / Day, yesterday by default: 2026-11-30")
    String day;

    @Option(name = "--resend", description = "重发差异 / Send again what differs")
    boolean resend;

    @Reference
    Province province;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        LocalDate which = Shell.told(
                () -> day == null ? LocalDate.now(Moments.ZONE).minusDays(1) : Moments.day(day), CommandException::new);
        Books.Report report = Shell.told(() -> province.reconcile(which, actor), CommandException::new);
        show(report);
        Table table = new Table(List.of("差异 / difference", "办件 / case", "row_guid"));
        Page<Books.Difference> first = province.differences(which, PageRequest.first(), actor);
        first.items().forEach(one -> table.row(one.kind(), one.number(), one.guid()));
        table.print(System.out);
        if (first.next() != null) {
            System.out.println("更多 / more: GET /api/v1/province/reconciliations/" + which + "/differences");
        }
        if (resend) {
            System.out.println("重发 / resent: " + Shell.told(() -> province.mend(which, actor), CommandException::new));
        }
        if (!report.done()) {
            throw new CommandException(report.fault(), report.fault());
        }
        return null;
    }

    private static void show(Books.Report report) {
        Books.Tally tally = report.tally();
        System.out.println(report.day() + "  本方 / here " + tally.here() + "  对方 / there " + tally.there()
                + "  未发 / unsent " + tally.unsent() + "  对方缺 / missing there " + tally.missingThere()
                + "  本方无 / missing here " + tally.missingHere() + "  不一致 / differing " + tally.differing());
    }
}
