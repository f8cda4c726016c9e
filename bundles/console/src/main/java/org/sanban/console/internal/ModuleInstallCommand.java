// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.modules.Plan;

/** Tells what comes, and installs it. */
@Service
@Command(
        scope = "sanban",
        name = "module-install",
        description = "安装模块，或升级到更新的版本 / Installs a module, or a newer version of it")
public final class ModuleInstallCommand extends PlanCommand {
    @Argument(name = "module", required = true, description = "功能名或 .kar 文件的完整路径 / A feature, or the path of a .kar")
    @Completion(ModuleCompleter.class)
    String module;

    @Override
    void run(PrintStream out) {
        long start = System.nanoTime();
        print(out, console.modules().preview(module, actor()));
        Plan done = console.modules().install(module, actor());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        out.println(say("module.installed", done.feature(), done.version(), taken.toMillis()));
    }
}
