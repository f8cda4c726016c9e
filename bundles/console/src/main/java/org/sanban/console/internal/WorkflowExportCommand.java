// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Problem;

/** Writes the workflow of an installed mode into a file; the file's name says in which form. */
@Service
@Command(
        scope = "sanban",
        name = "workflow-export",
        description = "导出流程（.bpmn 或 .svg） / Writes a mode's workflow as BPMN 2.0 or as a drawing")
public final class WorkflowExportCommand extends SanbanCommand {
    @Argument(name = "mode", required = true, description = "服务方式 / Service mode")
    @Completion(ModeCompleter.class)
    String mode;

    @Argument(index = 1, name = "file", required = true, description = "新文件，.bpmn 或 .svg / New file, .bpmn or .svg")
    @Completion(FileCompleter.class)
    String file;

    @Override
    void run(PrintStream out) {
        Workflow workflow = console.cases().modes().stream()
                .filter(one -> one.mode().equals(mode))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("mode", mode));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            String name = file.toLowerCase(Locale.ROOT);
            if (name.endsWith(".bpmn")) {
                console.workflows().bpmn(workflow, content);
            } else if (name.endsWith(".svg")) {
                console.workflows().drawing(workflow, content);
            } else {
                throw Problem.invalid("file", TEXTS.get("export.ending", file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(out, file, content.toByteArray());
    }
}
