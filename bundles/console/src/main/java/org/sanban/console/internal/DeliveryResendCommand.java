// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Hands parked entries to a listener again. */
@Service
@Command(
        scope = "sanban",
        name = "delivery-resend",
        description = "重新投递搁置的日志 / Hands parked entries to a listener again")
public final class DeliveryResendCommand extends SanbanCommand {
    @Argument(name = "listener", required = true, description = "接收方 / Id of the listener")
    @Completion(ListenerCompleter.class)
    String listener;

    @Override
    void run(PrintStream out) {
        out.println(say("delivery.resent", console.journal().resend(listener, actor()), listener));
    }
}
