// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.sanban.api.identity.Actor;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;

/** Sends again everything that the 12345 centre refused. */
@Service
@Command(
        scope = "sanban",
        name = "hotline-resend",
        description = "重新推送 12345 中心拒收的内容 / Sends again what the 12345 centre refused")
public final class HotlineResendCommand implements Action {
    @Reference
    Refused refused;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        int count = Shell.told(() -> refused.resend(actor), CommandException::new);
        System.out.println("已重新推送的工单 / orders of which something is sent again: " + count);
        return null;
    }
}
