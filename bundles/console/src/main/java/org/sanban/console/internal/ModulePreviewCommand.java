// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.modules.Plan;

/** Tells what a module brings, needs and is needed by, and does nothing. */
@Service
@Command(
        scope = "sanban",
        name = "module-preview",
        description = "预览安装或移除模块的影响 / Tells what a module brings, needs and is needed by")
public final class ModulePreviewCommand extends PlanCommand {
    @Argument(name = "module", required = true, description = "功能名或 .kar 文件的完整路径 / A feature, or the path of a .kar")
    @Completion(ModuleCompleter.class)
    String module;

    @Override
    void run(PrintStream out) {
        Plan plan = console.modules().preview(module, actor());
        print(out, plan);
        if (plan.obstacle() != null && plan.installed() == null) {
            out.println(say(plan.obstacle()));
        }
    }
}
