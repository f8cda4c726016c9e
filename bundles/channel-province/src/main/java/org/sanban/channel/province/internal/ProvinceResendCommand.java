// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.sanban.api.identity.Actor;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;

/** Sends again what the provincial platform refused; of one case or of all. */
@Service
@Command(
        scope = "sanban",
        name = "province-resend",
        description = "重发省级平台未接收的记录 / Sends again what the provincial platform refused")
public final class ProvinceResendCommand implements Action {
    @Argument(name = "number", description = "只重发此办件 / Only of this case")
    String number;

    @Reference
    Province province;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        int count = Shell.told(() -> province.resend(number, actor), CommandException::new);
        System.out.println("重发 / resent: " + count);
        return null;
    }
}
