// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.journal.JournalService.Delivery;
import org.sanban.api.shell.Table;

/** How the journal's delivery stands. */
@Service
@Command(scope = "sanban", name = "delivery-list", description = "日志投递情况 / Shows how delivery to each listener stands")
public final class DeliveryListCommand extends SanbanCommand {
    @Override
    void run(PrintStream out) {
        Table table = table("listener", "present", "waiting", "parked", "error");
        for (Delivery delivery : console.journal().deliveries(actor())) {
            table.row(
                    delivery.listener(),
                    say(delivery.present() ? "yes" : "no"),
                    say(delivery.waiting() ? "yes" : "no"),
                    delivery.parked(),
                    delivery.lastError());
        }
        table.print(out);
    }
}
