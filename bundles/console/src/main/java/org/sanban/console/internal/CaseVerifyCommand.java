// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.journal.JournalService;
import org.sanban.api.journal.JournalService.Verdict;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;

/** Recomputes the hash chains of all cases; fails when one does not agree. */
@Service
@Command(scope = "sanban", name = "case-verify", description = "校验办件日志 / Verifies the hash chains of all cases")
public final class CaseVerifyCommand extends SanbanCommand {
    private static final int PROGRESS = 10_000;

    @Option(name = "--after", description = "从此编号之后开始 / Goes on after this case number")
    String after;

    @Override
    void run(PrintStream out) {
        JournalService journal = console.journal();
        long cases = 0;
        long entries = 0;
        long faults = 0;
        String key = after;
        do {
            Page<Verdict> page = journal.verify(page(key, PageRequest.MAX), actor());
            for (Verdict verdict : page.items()) {
                entries += verdict.entries();
                if (verdict.fault() != null) {
                    faults++;
                    out.println(verdict.number() + "  " + verdict.fault());
                }
            }
            long before = cases;
            cases += page.items().size();
            if (cases / PROGRESS > before / PROGRESS) {
                out.println(say("verify.progress", cases));
            }
            key = page.next();
        } while (key != null);
        if (faults > 0) {
            throw Problem.conflict(TEXTS.get("verify.faults", cases, entries, faults));
        }
        out.println(say("verify.good", cases, entries));
    }
}
