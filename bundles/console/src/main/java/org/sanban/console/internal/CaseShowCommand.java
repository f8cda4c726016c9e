// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Part;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;

/** One case: what it is, how its limit counts, what happened. */
@Service
@Command(scope = "sanban", name = "case-show", description = "办件详情 / Shows a case with its limit and timeline")
public final class CaseShowCommand extends SanbanCommand {
    @Argument(name = "number", required = true, description = "办件编号 / Number of the case")
    @Completion(CaseCompleter.class)
    String number;

    @Option(name = "--after", description = "从此版本之后的时间线 / Timeline after this page key")
    String after;

    @Override
    void run(PrintStream out) {
        Case c = console.cases().get(number, actor());
        summary(out, c);
        parts(out, c);
        bookings(out, c);
        limit(out, console.cases().explain(number, actor()));
        timeline(out);
    }

    private void summary(PrintStream out, Case c) {
        field(out, "number", c.number() + "  v" + c.version());
        field(out, "matter", c.matterName() + "  " + c.matter() + "  v" + c.guide());
        field(out, "mode", c.mode() + "  v" + c.workflow());
        if (c.modeAbsent() != null) {
            out.println(say(c.modeAbsent()));
        }
        field(out, "site", c.site());
        field(
                out,
                "applicant",
                c.applicant().maskedName() + "  " + c.applicant().maskedIdNumber() + "  "
                        + c.applicant().maskedPhone());
        field(out, "stage", say(c.stageName()) + "  " + c.stage() + "  " + word(c.status()));
        field(out, "holder", holder(c.holder()));
        field(out, "first-asked", c.firstAsked());
        field(out, "submitted", time(c.submittedAt()));
        field(
                out,
                "missing",
                c.materials().stream().filter(Paper::missing).map(Paper::name).collect(Collectors.joining("、")));
        field(
                out,
                "originals-out",
                c.originals().stream()
                        .filter(Original::out)
                        .map(o -> o.id() + " " + o.name() + (o.where() == null ? "" : "（" + o.where() + "）"))
                        .collect(Collectors.joining("、")));
    }

    private void parts(PrintStream out, Case c) {
        if (c.parts().isEmpty()) {
            return;
        }
        out.println();
        Table table = table("part", "name", "who", "opened", "ended", "outcome", "result");
        for (Part part : c.parts()) {
            table.row(
                    part.id(),
                    part.name(),
                    part.account(),
                    time(part.openedAt()),
                    time(part.endedAt()),
                    part.outcome(),
                    part.result());
        }
        table.print(out);
    }

    private void bookings(PrintStream out, Case c) {
        if (c.bookings().isEmpty()) {
            return;
        }
        out.println();
        Table table = table("from", "to", "way", "resource", "place");
        for (Booking booking : c.bookings()) {
            table.row(
                    time(booking.from()),
                    time(booking.to()),
                    booking.travelMinutes(),
                    booking.resource(),
                    booking.place());
        }
        table.print(out);
    }

    private void limit(PrintStream out, Due due) {
        out.println();
        out.println(say("light." + due.light().name().toLowerCase(Locale.ROOT)) + "  " + say(due.why()));
        if (!due.lines().isEmpty()) {
            Table table = table("from", "to", "days", "reason");
            due.lines().forEach(line -> table.row(line.from(), line.to(), line.days(), say(line.reason())));
            table.print(out);
        }
    }

    private void timeline(PrintStream out) {
        Page<JournalEntry> page = console.journal().entries(number, page(after, 100), actor());
        out.println();
        Table table = table("seq", "at", "what", "from", "to", "who", "channel", "hash");
        for (JournalEntry entry : page.items()) {
            table.row(
                    entry.seq(),
                    time(entry.at()),
                    say(entry.name()),
                    entry.from(),
                    entry.to(),
                    entry.account(),
                    entry.channel(),
                    entry.hash().substring(0, 12));
        }
        table.print(out);
        more(out, page);
    }

    private static String holder(Holder holder) {
        if (holder == null || holder.role() == null) {
            return null;
        }
        return holder.account() == null ? holder.role() : holder.role() + "  " + holder.account();
    }
}
