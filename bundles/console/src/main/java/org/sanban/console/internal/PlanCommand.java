// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.sanban.api.modules.Piece;
import org.sanban.api.modules.Plan;
import org.sanban.api.modules.Plan.Need;

/** A command that tells what adding or removing a module does. */
abstract class PlanCommand extends SanbanCommand {
    private static final int KIB = 1024;

    /** What would come, what it needs, and who needs it. */
    void print(PrintStream out, Plan plan) {
        field(out, "module", plan.feature() + " " + plan.version() + " " + say(plan.name()));
        field(out, "installed", plan.installed());
        field(out, "comes", plan.comes().stream().map(this::bundle).collect(Collectors.joining("、")));
        field(out, "needs", plan.needs().stream().map(this::need).collect(Collectors.joining("、")));
        affected(out, plan);
    }

    /** Who notices when it goes. */
    void affected(PrintStream out, Plan plan) {
        field(out, "needed-by", String.join("、", plan.neededBy()));
        field(out, "mode", String.join("、", plan.modes()));
        if (!plan.modes().isEmpty() && plan.openCases() != null) {
            String count = plan.openCases() < Plan.MOST ? "" + plan.openCases() : Plan.MOST + "+";
            field(out, "open-cases", count);
        }
    }

    private String bundle(Piece piece) {
        String version = piece.version() == null ? "" : " " + piece.version();
        String size = piece.bytes() == null
                ? say("module.absent")
                : Math.max(1, Math.round(piece.bytes() / (double) KIB)) + " KiB";
        return piece.bundle() + version + " (" + size + ")";
    }

    private String need(Need need) {
        return need.feature() + " (" + say("need." + word(need.state())) + ")";
    }
}
