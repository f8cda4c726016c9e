// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.shell.Table;

/** A matter with its guide. */
@Service
@Command(scope = "sanban", name = "matter-show", description = "办事指南 / Shows a matter with its guide")
public final class MatterShowCommand extends SanbanCommand {
    @Argument(name = "code", required = true, description = "事项编码 / Code of the matter")
    @Completion(MatterCompleter.class)
    String code;

    @Override
    void run(PrintStream out) {
        Matter matter = console.matters().matter(code);
        Guide guide = matter.guide();
        field(out, "code", matter.code());
        field(out, "matter", matter.name());
        field(out, "department", matter.department());
        field(out, "type", matter.type() == null ? null : say(matter.type().label()));
        field(out, "source", matter.source() + (matter.sample() ? "  " + say("sample") : ""));
        field(out, "version", "v" + guide.version() + "  " + time(guide.published()) + " – " + time(guide.withdrawn()));
        field(out, "conditions", String.join("；", guide.conditions()));
        field(out, "process", String.join(" → ", guide.process()));
        field(out, "statutory", guide.statutoryDays());
        field(out, "limit", guide.committedDays());
        field(out, "basis", String.join("；", guide.basis()));
        field(out, "fee", guide.fee());
        field(out, "result", guide.result());
        field(out, "supervision", guide.supervisionPhone());
        field(out, "levels", guide.levels().stream().sorted().toList());
        field(out, "modes", guide.modes().isEmpty() ? null : guide.modes());
        field(out, "incomplete", String.join("、", guide.missing()));
        if (!guide.materials().isEmpty()) {
            out.println();
            Table table = table("code", "material", "originals", "copies", "required", "note");
            guide.materials()
                    .forEach(m -> table.row(
                            m.code(), m.name(), m.originals(), m.copies(), say(m.required() ? "yes" : "no"), m.note()));
            table.print(out);
        }
    }
}
