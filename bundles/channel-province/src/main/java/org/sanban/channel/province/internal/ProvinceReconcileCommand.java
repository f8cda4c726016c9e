// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;

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
        Actor actor = ShellActor.of(session, registry);
        LocalDate which =
                ShellActor.told(() -> day == null ? LocalDate.now(Moments.ZONE).minusDays(1) : Moments.day(day));
        Books.Report report = ShellActor.told(() -> province.reconcile(which, actor));
        show(report);
        ShellTable table = new ShellTable();
        table.column("差异 / difference");
        table.column("办件 / case");
        table.column("row_guid");
        for (Books.Difference one :
                province.differences(which, PageRequest.first(), actor).items()) {
            table.addRow().addContent(one.kind(), one.number() == null ? "" : one.number(), one.guid());
        }
        table.print(System.out);
        if (resend) {
            System.out.println("重发 / resent: " + ShellActor.told(() -> province.mend(which, actor)));
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
