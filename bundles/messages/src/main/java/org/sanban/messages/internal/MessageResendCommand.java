// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

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

/** Sends everything again that failed through a channel. */
@Service
@Command(
        scope = "sanban",
        name = "message-resend",
        description = "重发某渠道失败的消息 / Sends again what failed through a channel")
public final class MessageResendCommand implements Action {
    @Argument(name = "channel", required = true, description = "渠道 / Id of the channel")
    String channel;

    @Reference
    Messages messages;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        int resent = Shell.told(() -> messages.resend(channel, actor), CommandException::new);
        System.out.println("已重新发送 " + resent + " 条。 / " + resent + " messages are on their way again.");
        return null;
    }
}
