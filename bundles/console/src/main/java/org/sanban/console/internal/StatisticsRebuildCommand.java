// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.problem.Problem;
import org.sanban.api.statistics.Rebuild;

/** Counts anew from the beginning of the journal, and says what came out otherwise. */
@Service
@Command(
        scope = "sanban",
        name = "statistics-rebuild",
        description = "从办件日志重新统计 / Counts anew from the beginning of the journal")
public final class StatisticsRebuildCommand extends SanbanCommand {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Override
    void run(PrintStream out) {
        Rebuild now = console.statistics().rebuild(actor());
        long told = 0;
        while (now.state() == Rebuild.State.RUNNING) {
            now = console.statistics().rebuilding(LOOK, actor());
            if (now.state() == Rebuild.State.RUNNING && now.cases() > told) {
                told = now.cases();
                out.println(say("statistics.progress", now.cases(), now.entries()));
            }
        }
        if (now.state() != Rebuild.State.DONE) {
            throw Problem.unavailable(TEXTS.get("statistics.failed", now.fault()));
        }
        long millis =
                Math.max(1, Duration.between(now.startedAt(), now.endedAt()).toMillis());
        out.println(say("statistics.rebuilt", now.cases(), now.entries(), millis, now.entries() * 1000 / millis));
        out.println(say(
                now.corrected() + now.differing() == 0 ? "statistics.same" : "statistics.differed",
                now.corrected(),
                now.differing()));
    }
}
