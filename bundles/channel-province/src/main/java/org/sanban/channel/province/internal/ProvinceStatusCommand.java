// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.sanban.api.identity.Actor;
import org.sanban.api.registry.RegistryService;

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
        Actor actor = ShellActor.of(session, registry);
        Province.Status status = ShellActor.told(() -> province.status(actor));
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        table.addRow().addContent("配置 / configuration", status.fault() == null ? "OK" : status.fault());
        table.addRow().addContent("发送 / sending", status.trouble() == null ? "OK" : status.trouble());
        table.addRow().addContent("待发送 / waiting", status.waiting());
        table.addRow().addContent("最早 / oldest", status.waitingSince() == null ? "" : status.waitingSince());
        table.addRow().addContent("搁置 / parked", status.parked());
        table.addRow().addContent("暂缓 / held", status.held());
        table.print(System.out);
        return null;
    }
}
