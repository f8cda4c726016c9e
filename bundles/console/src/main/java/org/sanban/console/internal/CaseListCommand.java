// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.data.Moments;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;
import org.sanban.api.web.Given;

/** Cases, masked. */
@Service
@Command(scope = "sanban", name = "case-list", description = "办件列表 / Lists cases, masked")
public final class CaseListCommand extends SanbanCommand {
    @Option(name = "--site", description = "场所编码 / Code of the site")
    @Completion(SiteCompleter.class)
    String site;

    @Option(name = "--stage", description = "环节 / Id of the stage")
    @Completion(StageCompleter.class)
    String stage;

    @Option(name = "--mode", description = "服务方式 / Id of the mode")
    @Completion(ModeCompleter.class)
    String mode;

    @Option(name = "--light", description = "灯 / How it stands against its limit")
    @Completion(
            value = StringsCompleter.class,
            values = {"none", "on-time", "near", "overdue", "paused", "unknown"})
    String light;

    @Option(name = "--status", description = "状态 / What its stage means")
    @Completion(
            value = StringsCompleter.class,
            values = {"open", "done", "refused", "withdrawn", "terminated"})
    String status;

    @Option(name = "--holder", description = "在谁手里 / Login of who has it or a part of it")
    @Completion(AccountCompleter.class)
    String holder;

    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    String division;

    @Option(
            name = "--from",
            description =
                    "提交时间起：日期（当日零时）或带时区的时间 / Submitted at or after: a day, 2026-11-22, or a moment with its offset")
    String from;

    @Option(
            name = "--to",
            description =
                    "提交时间止（不含）：日期（当日零时）或带时区的时间 / Submitted before: a day, 2026-11-22, or a moment with its offset")
    String to;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        CaseQuery query = new CaseQuery(
                division,
                site,
                null,
                stage,
                mode,
                choice(Status.class, "--status", status),
                choice(Light.class, "--light", light),
                holder,
                moment("--from", from),
                moment("--to", to));
        Page<CaseLine> page = console.cases().find(query, page(after, limit), actor());
        Table table = table("number", "matter", "applicant", "stage", "light", "due", "submitted", "site", "mode");
        for (CaseLine line : page.items()) {
            table.row(
                    line.number(),
                    line.matterName(),
                    line.applicant(),
                    say(line.stageName()),
                    say("light." + line.light().name().toLowerCase(Locale.ROOT)),
                    line.dueOn(),
                    time(line.submittedAt()),
                    line.site(),
                    line.mode());
        }
        table.print(out);
        more(out, page);
    }

    /** A moment as over REST; a day is its beginning. */
    private static Instant moment(String option, String given) {
        return given != null && given.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? Given.day(option, given, null).atStartOfDay(Moments.ZONE).toInstant()
                : Given.moment(option, given, null);
    }
}
