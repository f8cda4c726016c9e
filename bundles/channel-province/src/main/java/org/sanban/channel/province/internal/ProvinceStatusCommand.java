// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.sanban.api.identity.Actor;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;
import org.sanban.api.shell.Table;

/** How the exchange with the provincial platform stands. */
@Service
@Command(
        scope = "sanban",
        name = "province-status",
        description = "省级平台对接状态 / How the exchange with the provincial platform stands")
public final class ProvinceStatusCommand implements Action {
    @Reference
    Province province;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        Province.Status status = Shell.told(() -> province.status(actor), CommandException::new);
        Table table = new Table(List.of("项目 / what", "情况 / how"));
        table.row("配置 / configuration", status.fault() == null ? "OK" : status.fault());
        table.row("发送 / sending", status.trouble() == null ? "OK" : status.trouble());
        table.row("待发送 / waiting", status.waiting());
        table.row("最早 / oldest", status.waitingSince());
        table.row("搁置 / parked", status.parked());
        table.row("暂缓 / held", status.held());
        table.print(System.out);
        return null;
    }
}
