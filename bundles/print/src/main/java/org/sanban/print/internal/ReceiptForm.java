// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.matters.MatterService;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/**
 * What the applicant takes home (受理回执): number, materials, originals in custody, limit, how to follow. Before the case
 * is accepted it says so, and is a receipt of the materials only (行政许可法 art. 32).
 */
@Component(service = PaperForm.class)
public final class ReceiptForm implements PaperForm {
    private static final Texts TEXTS = Texts.of(ReceiptForm.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(ZONE);

    private final RegistryService registry;
    private final MatterService matters;
    private final PrintSettings settings;

    @Activate
    public ReceiptForm(
            @Reference RegistryService registry, @Reference MatterService matters, @Reference PrintSettings settings) {
        this.registry = registry;
        this.matters = matters;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "receipt";
    }

    @Override
    public Text name() {
        return TEXTS.get("receipt");
    }

    @Override
    public boolean fits(Case c) {
        return true;
    }

    @Override
    public Sheet fill(Case c) {
        Site site = registry.site(c.site());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(null, theCase(c, site), List.of()));
        sections.add(new Section(say("materials"), materials(c), List.of()));
        if (!c.originals().isEmpty()) {
            sections.add(new Section(say("originals"), originals(c), List.of(say("originals.told"))));
        }
        sections.add(new Section(say("limit"), limit(c), List.of()));
        sections.add(new Section(say("follow"), List.of(), follow(c, site)));
        return new Sheet(
                say(accepted(c) ? "receipt" : "handed"),
                c.number(),
                sections,
                List.of(say("sign.applicant"), say("sign.clerk")),
                settings.link("/progress/#" + c.number()),
                site.sample() || matters.matter(c.matter()).sample());
    }

    private static List<Row> theCase(Case c, Site site) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(say("matter"), c.matterName()));
        rows.add(new Row(
                say("applicant"),
                say("applicant.whole", c.applicant().name(), c.applicant().maskedIdNumber())));
        rows.add(new Row(say("site"), place(site)));
        rows.add(new Row(say("submitted"), MOMENT.format(c.submittedAt())));
        if (accepted(c)) {
            rows.add(new Row(say("accepted"), MOMENT.format(c.due().startedAt())));
        }
        rows.add(new Row(say("stage"), c.stageName().zh()));
        return rows;
    }

    private static List<Row> materials(Case c) {
        if (c.materials().isEmpty()) {
            return List.of(new Row(say("materials"), say("materials.none")));
        }
        return c.materials().stream()
                .map(paper -> new Row(paper.name(), material(paper)))
                .toList();
    }

    private static String material(Paper paper) {
        String counts =
                say("material", paper.originals(), paper.copies(), paper.originalsHanded(), paper.copiesHanded());
        return paper.missing() ? counts + say("material.missing") : counts;
    }

    private static List<Row> originals(Case c) {
        return c.originals().stream()
                .map(original -> new Row(original.name(), original(original)))
                .toList();
    }

    private static String original(Original original) {
        String taken = MOMENT.format(original.takenAt());
        if (!original.out()) {
            return say("original.returned", taken, MOMENT.format(original.returnedAt()), original.receivedBy());
        }
        return say(original.where() == null ? "original.here" : "original.travels", taken);
    }

    private static List<Row> limit(Case c) {
        Due due = c.due();
        List<Row> rows = new ArrayList<>();
        String days = c.immediate()
                ? say("limit.immediate")
                : due.limitDays() == null ? say("limit.none") : say("limit.days", due.limitDays());
        rows.add(new Row(say("limit.committed"), days));
        if (due.dueOn() != null) {
            rows.add(new Row(say("limit.due"), say("limit.until", DAY.format(due.dueOn()))));
        }
        if (!due.why().zh().isBlank()) {
            rows.add(new Row(say("limit.now"), due.why().zh()));
        }
        return rows;
    }

    private List<String> follow(Case c, Site site) {
        List<String> told = new ArrayList<>();
        if (!accepted(c)) {
            told.add(say("not-accepted"));
        }
        told.add(
                site.phone() == null
                        ? say("follow.number", c.number())
                        : say("follow.phone", c.number(), site.phone()));
        return told;
    }

    private static boolean accepted(Case c) {
        return c.due().startedAt() != null;
    }

    private static String place(Site site) {
        return Stream.of(site.name(), site.address(), site.phone())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("，"));
    }

    private static String say(String key, Object... arguments) {
        return TEXTS.get(key, arguments).zh();
    }
}
