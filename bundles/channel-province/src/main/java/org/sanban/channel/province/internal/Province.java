// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;

/** The exchange as operators and other systems may see it, and what they may do about it. */
@Component(service = Province.class)
public final class Province {
    private static final Texts TEXTS = Texts.of(Province.class);

    private final ProvinceChannel channel;
    private final Archive archive;
    private final Outbox outbox;
    private final Applications applications;
    private final Sender sender;
    private final Books books;
    private final Reconciler reconciler;

    @Activate
    public Province(
            @Reference ProvinceChannel channel,
            @Reference Archive archive,
            @Reference Outbox outbox,
            @Reference Applications applications,
            @Reference Sender sender,
            @Reference Books books,
            @Reference Reconciler reconciler) {
        this.channel = channel;
        this.archive = archive;
        this.outbox = outbox;
        this.applications = applications;
        this.sender = sender;
        this.books = books;
        this.reconciler = reconciler;
    }

    /**
     * How the exchange stands.
     *
     * @param fault what is wrong with the configuration, {@code null} when nothing
     * @param trouble why nothing can be sent now, {@code null} when it can
     * @param pauseSeconds until the next try
     * @param waitingSince when the record that has waited longest was written, {@code null} when none waits
     * @param waiting how many wait, counted to 10,000
     * @param parked how many are parked
     * @param held how many wait behind a parked one of their case
     */
    @Schema(name = "ProvinceStatus", description = "对接状态 How the exchange stands")
    public record Status(
            Text fault, String trouble, long pauseSeconds, Instant waitingSince, int waiting, int parked, int held) {}

    /** How the exchange stands; for administrators and supervisors. */
    Status status(Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        Sender.Standing standing = sender.standing();
        return new Status(
                channel.fault().orElse(null),
                standing.trouble(),
                standing.pause().plus(Duration.ofMillis(999)).toSeconds(),
                archive.oldest().orElse(null),
                archive.count(State.WAITING),
                archive.count(State.PARKED),
                archive.count(State.HELD));
    }

    /**
     * A record of the outbox.
     *
     * @param id its key on both sides (row_guid)
     * @param number the case's number
     * @param table the exchange table
     * @param at when it happened
     * @param sentAt when it was acknowledged
     * @param tries how often it was tried
     * @param reason why it was not taken
     */
    @Schema(name = "ProvinceRecord", description = "交换记录 A record of the exchange")
    public record Record(
            String id,
            String number,
            String table,
            State state,
            Text stateName,
            Instant at,
            Instant createdAt,
            Instant sentAt,
            int tries,
            String reason) {
        static Record of(Archive.Line line) {
            return new Record(
                    line.guid(),
                    line.number(),
                    line.subject().table(),
                    line.state(),
                    line.state().label(),
                    line.at(),
                    line.createdAt(),
                    line.sentAt(),
                    line.tries(),
                    line.reason());
        }
    }

    /** Records newest first, of the divisions the actor sees; for administrators and supervisors. */
    Page<Record> records(State state, String number, PageRequest page, Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        List<Archive.Line> lines = archive.lines(Division.prefix(actor.division()), state, number, page);
        return Page.of(lines, page, line -> Long.toString(line.id())).map(Record::of);
    }

    /** Has parked records sent again, and what waits behind them; returns how many. For administrators. */
    int resend(String number, Actor actor) {
        actor.require(Role.ADMIN);
        int count = outbox.resend(Division.prefix(actor.division()), number);
        sender.hurry();
        return count;
    }

    /**
     * A result, for whoever shows it (多端获取, R56).
     *
     * @param projectNo the provincial platform's number where the case came from there, else the case's own
     * @param result approved, denied, refused, withdrawn or terminated
     * @param certificateNo the number of the electronic certificate at its issuer (R59), {@code null} for none
     */
    @Schema(name = "ProvinceResult", description = "办理结果 A result for other ends")
    public record Result(
            String projectNo,
            String number,
            String result,
            Instant at,
            String explanation,
            String certificateNo,
            String certificateName) {}

    /** Results in the order they came; for systems and administrators. */
    Page<Result> results(Instant since, PageRequest page, Actor actor) {
        actor.require(Role.SYSTEM, Role.ADMIN);
        long[] after = after(since, page);
        List<Archive.Result> rows =
                archive.results(Division.prefix(actor.division()), after[0], after[1], page.fetch());
        Map<String, String> projects =
                applications.projects(rows.stream().map(Archive.Result::number).toList());
        return Page.of(rows, page, row -> row.createdAt() + "-" + row.id()).map(row -> result(row, projects));
    }

    private static Result result(Archive.Result row, Map<String, String> projects) {
        Map<String, String> content = row.content();
        return new Result(
                projects.getOrDefault(row.number(), row.number()),
                row.number(),
                content.get("result_type"),
                Instant.parse(content.get("result_date")),
                content.get("result_explain"),
                content.get("result_cetr_no"),
                content.get("result_cetr_name"));
    }

    private static long[] after(Instant since, PageRequest page) {
        if (page.after() == null) {
            return new long[] {since == null ? 0 : Moments.micros(since), 0};
        }
        String[] parts = page.after().split("-");
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("[0-9]{1,18}")) {
            throw Problem.invalid("after", TEXTS.get("after", page.after()));
        }
        return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
    }

    /** Days that were compared, newest first; for administrators and supervisors of the county. */
    Page<Books.Report> reconciliations(PageRequest page, Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        county(actor);
        List<Books.Report> reports = books.reports(page);
        return Page.of(reports, page, report -> Integer.toString(Moments.number(report.day())));
    }

    /** What did not agree on a day. */
    Page<Books.Difference> differences(LocalDate day, PageRequest page, Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        county(actor);
        return Page.of(books.differences(day, page.after(), page.fetch()), page, Books.Difference::guid);
    }

    /** Compares a day now; for administrators of the county. */
    Books.Report reconcile(LocalDate day, Actor actor) {
        actor.require(Role.ADMIN);
        county(actor);
        return reconciler.reconcile(day);
    }

    /** Has what the other side lacks or has otherwise sent again; returns how many records. */
    int mend(LocalDate day, Actor actor) {
        actor.require(Role.ADMIN);
        county(actor);
        int count = reconciler.resend(day);
        sender.hurry();
        return count;
    }

    /** A day is compared for the whole county, not for a town. */
    private static void county(Actor actor) {
        if (!actor.sees(Division.county(actor.division()))) {
            throw Problem.forbidden(TEXTS.get("county"));
        }
    }
}
