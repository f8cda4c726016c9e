// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * What hangs on the publicity board (公开栏) of a matter, R23–R31: the very guide that the web shows, with its version and
 * date, so that a look or a scan tells whether it is the current one.
 */
final class Notice {
    private static final Texts TEXTS = Texts.of(Notice.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private Notice() {}

    /**
     * Sets a matter's guide as a paper.
     *
     * @param link the address that a path has for citizens, {@code null} where that is not known
     * @throws Problem conflict, when the guide is withdrawn, or lacks what must be published, naming it
     */
    static Sheet of(Matter matter, UnaryOperator<String> link) {
        Guide guide = matter.guide();
        if (guide.withdrawn() != null) {
            throw Problem.conflict(TEXTS.get("notice.withdrawn", matter.code()));
        }
        List<String> lacking = lacking(guide);
        if (!lacking.isEmpty()) {
            throw Problem.conflict(TEXTS.get("notice.lacking", matter.code(), String.join("、", lacking)));
        }
        return new Sheet(
                matter.name(),
                say("notice.reference", matter.code(), guide.version()),
                List.of(
                        new Section(say("notice"), rows(matter), List.of()),
                        new Section(
                                say("notice.current"),
                                List.of(),
                                List.of(say("notice.version", guide.version(), DAY.format(guide.published()))))),
                List.of(),
                link.apply("/guides/#" + matter.code() + "/" + guide.version()),
                matter.sample());
    }

    /** What must be published and is not known (R27–R31). */
    private static List<String> lacking(Guide guide) {
        List<String> lacking = new ArrayList<>();
        need(!guide.conditions().isEmpty(), "notice.conditions", lacking);
        need(!guide.process().isEmpty(), "notice.process", lacking);
        need(guide.committedDays() != null || guide.statutoryDays() != null, "notice.limit", lacking);
        need(!guide.basis().isEmpty(), "notice.basis", lacking);
        need(guide.supervisionPhone() != null, "notice.supervision", lacking);
        return lacking;
    }

    private static void need(boolean known, String key, List<String> lacking) {
        if (!known) {
            lacking.add(say(key));
        }
    }

    private static List<Row> rows(Matter matter) {
        Guide guide = matter.guide();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(say("matter"), matter.name()));
        rows.add(new Row(say("notice.department"), matter.department()));
        rows.add(new Row(say("notice.type"), matter.type().label().zh()));
        rows.add(new Row(say("notice.conditions"), numbered(guide.conditions())));
        rows.add(new Row(say("notice.process"), numbered(guide.process())));
        if (!guide.materials().isEmpty()) {
            rows.add(new Row(
                    say("materials"),
                    numbered(guide.materials().stream().map(Notice::material).toList())));
        }
        rows.add(new Row(say("notice.limit"), limit(guide)));
        rows.add(new Row(say("notice.basis"), numbered(guide.basis())));
        add(rows, "notice.fee", guide.fee());
        add(rows, "notice.result", guide.result());
        rows.add(new Row(say("notice.supervision"), guide.supervisionPhone()));
        return rows;
    }

    private static void add(List<Row> rows, String key, String value) {
        if (value != null) {
            rows.add(new Row(say(key), value));
        }
    }

    private static String material(Guide.Material m) {
        Text counts = TEXTS.get(
                m.required() ? "notice.material" : "notice.material.optional", m.name(), m.originals(), m.copies());
        return m.note() == null ? counts.zh() : say("notice.noted", counts, m.note());
    }

    private static String limit(Guide guide) {
        List<String> told = new ArrayList<>();
        if (guide.immediate()) {
            told.add(say("limit.immediate"));
        } else if (guide.committedDays() != null) {
            told.add(say("notice.committed", guide.committedDays()));
        }
        if (guide.statutoryDays() != null) {
            told.add(say("notice.statutory", guide.statutoryDays()));
        }
        return String.join("；", told);
    }

    private static String numbered(List<String> items) {
        return items.size() == 1
                ? items.get(0)
                : IntStream.range(0, items.size())
                        .mapToObj(i -> i + 1 + ". " + items.get(i))
                        .collect(Collectors.joining("\n"));
    }

    private static String say(String key, Object... arguments) {
        return TEXTS.get(key, arguments).zh();
    }
}
