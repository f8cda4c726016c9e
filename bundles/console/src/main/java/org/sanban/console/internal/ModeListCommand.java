// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Workflow;
import org.sanban.api.shell.Table;

/** The modes that are installed. */
@Service
@Command(scope = "sanban", name = "mode-list", description = "已安装的服务方式 / Lists the installed service modes")
public final class ModeListCommand extends SanbanCommand {
    @Override
    void run(PrintStream out) {
        Table table = table("mode", "name", "version", "stages");
        for (Workflow workflow : console.cases().modes()) {
            String stages =
                    workflow.stages().stream().map(Stage::name).map(this::say).collect(Collectors.joining(" "));
            table.row(workflow.mode(), say(workflow.name()), workflow.version(), stages);
        }
        table.print(out);
    }
}
