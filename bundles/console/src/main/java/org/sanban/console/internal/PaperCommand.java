// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.sanban.api.cases.Case;
import org.sanban.api.print.PaperForm;
import org.sanban.api.problem.Problem;

/** Prints a paper of a case into a file. */
@Service
@Command(scope = "sanban", name = "paper", description = "打印办件文书（PDF） / Prints a paper of a case as PDF")
public final class PaperCommand extends SanbanCommand {
    @Argument(name = "number", required = true, description = "办件编号 / Number of the case")
    @Completion(CaseCompleter.class)
    String number;

    @Argument(index = 1, name = "form", required = true, description = "文书标识 / Key of the paper")
    @Completion(PaperCompleter.class)
    String form;

    @Argument(index = 2, name = "file", required = true, description = "新文件 / New file")
    @Completion(FileCompleter.class)
    String file;

    @Override
    void run(PrintStream out) {
        Case c = console.cases().get(number, actor());
        PaperForm paper = console.papers.stream()
                .filter(one -> one.id().equals(form))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("paper", form));
        if (!paper.fits(c)) {
            throw Problem.conflict(TEXTS.get("paper.unfit", paper.name(), c.number(), c.stageName()));
        }
        write(out, file, print(paper, c));
    }

    private byte[] print(PaperForm paper, Case c) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            console.printer().pdf(paper.fill(c), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
