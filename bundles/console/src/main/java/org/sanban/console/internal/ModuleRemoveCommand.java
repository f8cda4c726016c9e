// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.modules.Plan;

/** Tells who needs a module, and removes it. */
@Service
@Command(
        scope = "sanban",
        name = "module-remove",
        description = "移除模块，其办件仍可查阅 / Removes a module; its cases stay readable")
public final class ModuleRemoveCommand extends PlanCommand {
    @Argument(name = "module", required = true, description = "功能名 / A feature")
    @Completion(ModuleCompleter.class)
    String module;

    @Option(name = "--force", description = "连同依赖它的模块一并移除 / Removes the modules that need it as well")
    boolean force;

    @Override
    void run(PrintStream out) {
        affected(out, console.modules().preview(module, actor()));
        Plan done = console.modules().remove(module, force, actor());
        out.println(say("module.removed", done.feature()));
        if (done.openCases() != null && done.openCases() > 0) {
            out.println(say("module.cases", done.openCases()));
        }
    }
}
