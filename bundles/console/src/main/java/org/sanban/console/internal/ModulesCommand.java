// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.modules.Module;
import org.sanban.api.modules.Piece;
import org.sanban.api.shell.Table;

/** What the platform is made of, and what could be added. */
@Service
@Command(
        scope = "sanban",
        name = "modules",
        description = "已安装和可安装的模块 / Lists the modules that are installed, and those that could be")
public final class ModulesCommand extends SanbanCommand {
    @Option(name = "--all", description = "也列出平台核心 / Lists the parts of core as well")
    boolean all;

    @Override
    void run(PrintStream out) {
        Table table =
                table("module", "name", "version", "state", "since", "mode", "needed-for", "bundles", "needed-by");
        for (Module module : console.modules().modules()) {
            if (all || !module.core()) {
                table.row(
                        module.feature(),
                        say(module.name()),
                        module.version(),
                        say("module." + word(module.state())),
                        time(since(module)),
                        String.join(" ", module.modes()),
                        matters(module),
                        module.bundles().stream().map(ModulesCommand::bundle).collect(Collectors.joining(" ")),
                        String.join(" ", module.neededBy()));
            }
        }
        table.print(out);
        for (Module module : console.modules().modules()) {
            if (module.fault() != null) {
                out.println(say("module.fault", module.feature(), module.fault()));
            }
        }
    }

    private static Instant since(Module module) {
        return module.bundles().stream()
                .map(Piece::since)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static String matters(Module module) {
        if (module.matters() == 0) {
            return "";
        }
        String first = String.join(" ", module.firstMatters());
        return module.matters() + " (" + first
                + (module.matters() > module.firstMatters().size() ? " …)" : ")");
    }

    private static String bundle(Piece piece) {
        return piece.version() == null ? piece.bundle() : piece.bundle() + "/" + piece.version();
    }
}
