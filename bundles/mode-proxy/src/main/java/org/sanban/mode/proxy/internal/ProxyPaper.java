// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import static org.sanban.mode.proxy.internal.ProxyWorkflow.WORDING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.cases.Case;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** One of the five papers of 帮代办 (the family of DB3205/T 1077, forms A to E), each printed from a case. */
abstract class ProxyPaper implements PaperForm {
    private final String id;
    private final RegistryService registry;

    ProxyPaper(String id, RegistryService registry) {
        this.id = id;
        this.registry = registry;
    }

    /** What stands below the applicant and the matter. */
    abstract List<Section> sections(Case c);

    /** Who signs, beside the applicant. */
    abstract String counterpart();

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Text name() {
        return WORDING.get("paper." + id);
    }

    @Override
    public final Sheet fill(Case c) {
        Site site = registry.site(c.site());
        List<Section> all = new ArrayList<>();
        all.add(new Section(
                text("paper.who"),
                List.of(
                        row("paper.applicant", c.applicant().name()),
                        row("paper.id-number", c.applicant().idNumber()),
                        row("paper.phone", c.applicant().phone()),
                        row("paper.matter", c.matterName()),
                        row("paper.site", site.name()),
                        row("paper.agent", c.holder().name())),
                List.of()));
        all.addAll(sections(c));
        return new Sheet(
                name().zh(),
                c.number(),
                all,
                List.of(text("paper.sign-applicant"), counterpart()),
                null,
                site.sample());
    }

    /** Whether the case is one of this mode, or of one that builds on it and asks the same of the applicant. */
    static boolean serves(Case c) {
        return c.answers().keySet().containsAll(Set.of("services", "course"));
    }

    static Section section(String heading, Row... rows) {
        return new Section(text(heading), List.of(rows), List.of());
    }

    static Section clauses(String heading, String... keys) {
        return new Section(
                text(heading), List.of(), Stream.of(keys).map(ProxyPaper::text).toList());
    }

    static Row row(String label, Object value) {
        return new Row(text(label), value == null ? null : value.toString());
    }

    /** What was chosen, as people read it. */
    static String chosen(String list, Object answer) {
        return answer == null ? null : text(list + "." + answer);
    }

    static String several(String list, Object answer) {
        return Entrustment.ids(answer).stream()
                .sorted()
                .map(id -> text(list + "." + id))
                .collect(Collectors.joining("、"));
    }

    /** The stages that are entrusted. */
    static String stages(Case c) {
        return "whole".equals(c.answers().get("course"))
                ? text("course.whole")
                : several("stage", c.answers().get("stages"));
    }

    static String text(String key) {
        return WORDING.get(key).zh();
    }
}
