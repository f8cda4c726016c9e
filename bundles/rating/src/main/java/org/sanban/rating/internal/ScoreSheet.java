// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanban.api.facts.Fact;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Score;

/** A score as a paper: the form that a site hands in with its own points beside the panel's (自评分、考核分). */
final class ScoreSheet {
    private static final Texts TEXTS = Texts.of(ScoreSheet.class);

    private ScoreSheet() {}

    static Sheet of(Score score) {
        List<Sheet.Section> sections = new ArrayList<>();
        sections.add(head(score));
        Map<String, List<Score.LineScore>> blocks = score.lines().stream()
                .collect(Collectors.groupingBy(Score.LineScore::block, LinkedHashMap::new, Collectors.toList()));
        blocks.forEach((block, lines) -> sections.add(
                new Sheet.Section(block, lines.stream().map(ScoreSheet::row).toList(), List.of())));
        List<String> notes =
                new ArrayList<>(score.notes().stream().map(Text::zh).toList());
        if (score.next() != null) {
            notes.add(
                    say("sheet.next", score.next().level().text(), score.next().missing()));
        }
        sections.add(new Sheet.Section(say("sheet.notes"), List.of(), notes));
        return new Sheet(
                say("sheet.title"),
                score.standing().period(),
                sections,
                List.of(say("sheet.site"), say("sheet.panel")),
                null,
                score.sample());
    }

    private static Sheet.Section head(Score score) {
        Text level = score.standing().level() == null
                ? TEXTS.get("sheet.untold")
                : score.standing().level().text();
        return new Sheet.Section(
                null,
                List.of(
                        new Sheet.Row(say("sheet.where"), score.standing().name()),
                        new Sheet.Row(say("sheet.days"), score.from() + " — " + score.until()),
                        new Sheet.Row(
                                say("sheet.state"), say(score.standing().frozen() ? "sheet.frozen" : "sheet.live")),
                        new Sheet.Row(say("sheet.total"), shown(score.standing().total())),
                        new Sheet.Row(say("sheet.level"), level.zh()),
                        new Sheet.Row(say("sheet.table"), score.source() + " v" + score.version())),
                List.of());
    }

    private static Sheet.Row row(Score.LineScore line) {
        StringBuilder value =
                new StringBuilder(say("sheet.points", shown(line.self()), shown(line.panel()), shown(line.points())));
        value.append(line.why().zh());
        for (Fact fact : line.facts()) {
            value.append(' ').append(fact.text().zh());
        }
        return new Sheet.Row(say("sheet.line", line.code(), line.text(), Rule.plain(line.max())), value.toString());
    }

    private static String shown(BigDecimal number) {
        return number == null ? "—" : Rule.plain(number);
    }

    private static String say(String key, Object... arguments) {
        return TEXTS.get(key, arguments).zh();
    }
}
