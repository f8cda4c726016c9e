// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.modules.Module;
import org.sanban.api.modules.ModuleService;
import org.sanban.api.modules.Piece;
import org.sanban.api.modules.Plan;
import org.sanban.api.problem.Text;

class ModuleCommandsTest {
    private final Modules modules = new Modules();

    @Test
    void modulesAreListedWithWhoNeedsThemAndWhatIsWrong() {
        String out = run(new ModulesCommand());
        assertTrue(out.contains("帮代办") && out.contains("运行") && out.contains("2026-11-02 10:00"), out);
        assertTrue(out.contains("org.sanban.mode-proxy/0.1.0") && out.contains("sanban-mode-postal"), out);
        assertTrue(out.contains("7 (m1 m2 …)"), out);
        assertTrue(out.contains("sanban-mode-mobile：no repository knows it"), out);
        assertFalse(out.contains("sanban-cases"), out);
        ModulesCommand all = new ModulesCommand();
        all.all = true;
        assertTrue(run(all).contains("sanban-cases"));
    }

    @Test
    void whatComesIsToldBeforeItIsDone() {
        ModuleInstallCommand install = new ModuleInstallCommand();
        install.module = "/media/postal.kar";
        String out = run(install);
        assertTrue(out.contains("org.sanban.mode-postal 0.1.0 (12 KiB)"), out);
        assertTrue(out.contains("sanban-mode-proxy (已有)"), out);
        assertTrue(out.indexOf("12 KiB") < out.indexOf("已安装 sanban-mode-postal 0.1.0"), out);
        assertEquals(List.of("preview /media/postal.kar", "install /media/postal.kar"), modules.asked);
    }

    @Test
    void whoLosesAModuleIsToldBeforeItGoes() {
        ModuleRemoveCommand remove = new ModuleRemoveCommand();
        remove.module = "sanban-mode-postal";
        remove.force = true;
        String out = run(remove);
        assertTrue(out.contains("1000+"), out);
        assertTrue(out.indexOf("1000+") < out.indexOf("已移除 sanban-mode-postal"), out);
        assertEquals(List.of("preview sanban-mode-postal", "remove sanban-mode-postal true"), modules.asked);
    }

    private String run(SanbanCommand command) {
        command.console = new Console(new ConsoleConfig("zh"));
        command.console.modules = modules;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Three modules; writes down what it is asked. */
    private static final class Modules implements ModuleService {
        final List<String> asked = new ArrayList<>();

        @Override
        public List<Module> modules() {
            return List.of(
                    module("sanban-cases", "办件", true, Module.State.ACTIVE, null, "sanban-mode-proxy"),
                    module("sanban-mode-proxy", "帮代办", false, Module.State.ACTIVE, null, "sanban-mode-postal"),
                    module("sanban-mode-mobile", "流动", false, Module.State.FAULTY, "no repository knows it"));
        }

        @Override
        public Plan preview(String what, Actor actor) {
            asked.add("preview " + what);
            return plan();
        }

        @Override
        public Plan install(String what, Actor actor) {
            asked.add("install " + what);
            return plan();
        }

        @Override
        public Plan remove(String feature, boolean force, Actor actor) {
            asked.add("remove " + feature + " " + force);
            return plan();
        }

        private static Plan plan() {
            return new Plan(
                    "sanban-mode-postal",
                    "0.1.0",
                    new Text("邮政+帮代办", "Post"),
                    null,
                    List.of(new Piece("org.sanban.mode-postal", "0.1.0", 12_000L, false, null)),
                    List.of(new Plan.Need("sanban-mode-proxy", "[0.1,1)", Plan.Need.State.INSTALLED)),
                    List.of(),
                    Set.of("postal"),
                    Plan.MOST,
                    null);
        }

        private static Module module(
                String feature, String name, boolean core, Module.State state, String fault, String... neededBy) {
            String bundle = feature.replaceFirst("-", ".").replace("sanban.", "org.sanban.");
            return new Module(
                    feature,
                    "0.1.0",
                    Text.of(name),
                    null,
                    core,
                    state,
                    fault,
                    List.of(new Piece(bundle, "0.1.0", null, true, Instant.parse("2026-11-02T02:00:00Z"))),
                    Set.of(),
                    core ? 0 : 7,
                    core ? List.of() : List.of("m1", "m2"),
                    List.of(),
                    List.of(neededBy));
        }
    }
}
