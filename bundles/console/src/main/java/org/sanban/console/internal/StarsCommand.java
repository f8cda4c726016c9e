// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.facts.Fact;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Text;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.Standing;
import org.sanban.api.shell.Table;

/** Where sites stand in the star rating, or one site's score with what the next star takes. */
@Service
@Command(
        scope = "sanban",
        name = "stars",
        description = "星级得分：各场所一览，或一个场所的明细 / Star scores of sites, or one site's points and why")
public final class StarsCommand extends SanbanCommand {
    private static final int BAR = 20;

    @Argument(name = "site", description = "场所编码，默认为全部 / Code of a site, by default all")
    @Completion(SiteCompleter.class)
    String site;

    @Option(name = "--period", description = "评定周期，默认为当前 / Rating period, by default the one that is on")
    String period;

    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--why", description = "列出每一分的依据 / Tells what each point came from")
    boolean why;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        if (site == null) {
            list(out);
        } else {
            show(out, console.stars().score(site, period, actor()));
        }
    }

    private void list(PrintStream out) {
        Page<Standing> page = console.stars()
                .standings(division == null ? console.division() : division, page(after, limit), actor());
        Table table = table("code", "site", "score", "bar", "stars", "awarded", "at", "what");
        for (Standing standing : page.items()) {
            table.row(
                    standing.site(),
                    standing.name(),
                    plain(standing.total()),
                    bar(standing.total(), BigDecimal.valueOf(100)),
                    level(standing.level()),
                    standing.awarded() == null ? null : level(standing.awarded()),
                    time(standing.computed()),
                    say(standing.warning()));
        }
        table.print(out);
        more(out, page);
    }

    private void show(PrintStream out, Score score) {
        Standing standing = score.standing();
        field(out, "site", standing.site() + " " + standing.name());
        field(out, "period", score.from() + " — " + score.until() + (standing.frozen() ? say("stars.frozen") : ""));
        field(out, "score", plain(standing.total()) + " " + bar(standing.total(), BigDecimal.valueOf(100)));
        field(out, "stars", level(standing.level()));
        field(out, "awarded", standing.awarded() == null ? null : level(standing.awarded()));
        field(out, "source", score.source() + " v" + score.version());
        Table table = table("code", "what", "points", "bar", "self", "panel", "reason");
        for (Score.LineScore line : score.lines()) {
            table.row(
                    line.code(),
                    line.text(),
                    (line.points() == null ? "—" : plain(line.points())) + "/" + plain(line.max()),
                    bar(line.points(), line.max()),
                    plain(line.self()),
                    plain(line.panel()),
                    say(line.why()));
            if (why) {
                line.facts().forEach(fact -> table.row(null, "· " + said(fact), null, null, null, null, null));
            }
        }
        table.print(out);
        score.notes().forEach(note -> out.println(say(note)));
        if (standing.warning() != null) {
            out.println(say(standing.warning()));
        }
        if (score.next() != null) {
            next(out, score.next());
        }
    }

    private void next(PrintStream out, Score.NextStar next) {
        out.println(say("stars.next", next.level().text(), plain(next.missing())));
        for (Score.Gain gain : next.gains()) {
            out.println((gain.needed() ? "  * " : "    ") + gain.code() + " " + gain.text() + " +"
                    + plain(gain.points()) + "  " + say(gain.hint()));
        }
    }

    private String said(Fact fact) {
        return say(fact.text()) + (fact.link() == null ? "" : " (" + fact.link() + ")");
    }

    private String level(Level level) {
        Text text = level == null ? TEXTS.get("stars.untold") : level.text();
        return say(text);
    }

    private static String plain(BigDecimal number) {
        if (number == null) {
            return "";
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String bar(BigDecimal points, BigDecimal max) {
        if (points == null) {
            return "·".repeat(BAR);
        }
        int full = points.multiply(BigDecimal.valueOf(BAR))
                .divide(max, 0, RoundingMode.DOWN)
                .intValue();
        return "█".repeat(full) + "░".repeat(BAR - full);
    }
}
