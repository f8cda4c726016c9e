// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** What a matter and its guide must be like to be published. All that is wrong is told at once (R34). */
final class MatterRules {
    private static final Texts TEXTS = Texts.of(MatterRules.class);
    private static final int MOST_SHEETS = 99;

    private final CodeForms forms;

    MatterRules(CodeForms forms) {
        this.forms = forms;
    }

    /** What is wrong, by field; empty when the matter may be published. */
    List<Problem.Violation> faults(Matter matter) {
        Faults faults = new Faults();
        Text code = forms.tell(matter.code()).fault();
        if (code != null) {
            faults.add("code", code);
        }
        faults.text("name", matter.name(), 300);
        faults.text("department", matter.department(), 100);
        faults.check(matter.type() != null, "type", "type.missing");
        faults.text("source", matter.source(), 200);
        guide(matter.guide(), faults);
        return faults.found;
    }

    /** The type in the code, where it is another than the matter's. */
    Text doubt(Matter matter) {
        return forms.tell(matter.code())
                .type()
                .filter(type -> matter.type() != null && type != matter.type())
                .map(type -> TEXTS.get("type.other", type.label(), matter.type().label()))
                .orElse(null);
    }

    private static void guide(Guide guide, Faults faults) {
        faults.texts("guide.conditions", guide.conditions());
        faults.texts("guide.process", guide.process());
        faults.texts("guide.basis", guide.basis());
        materials(guide.materials(), faults);
        faults.days("guide.statutoryDays", guide.statutoryDays());
        faults.days("guide.committedDays", guide.committedDays());
        faults.check(
                guide.statutoryDays() == null
                        || guide.committedDays() == null
                        || guide.committedDays() <= guide.statutoryDays(),
                "guide.committedDays",
                "days.order",
                guide.committedDays(),
                guide.statutoryDays());
        faults.optional("guide.fee", guide.fee(), 1000);
        faults.optional("guide.result", guide.result(), 1000);
        faults.optional("guide.supervisionPhone", guide.supervisionPhone(), 60);
        guide.levels().forEach(level -> faults.check(level >= 1 && level <= 7, "guide.levels", "level", level));
        guide.modes().forEach(mode -> faults.check(mode.matches("[a-z0-9-]{1,40}"), "guide.modes", "mode", mode));
        faults.check(Content.of(guide).json().length() <= Content.LONGEST, "guide", "guide.too-long", Content.LONGEST);
    }

    private static void materials(List<Guide.Material> materials, Faults faults) {
        faults.few("guide.materials", materials);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < materials.size(); i++) {
            Guide.Material material = materials.get(i);
            String field = "guide.materials[" + i + "].";
            String code = material.code() == null ? "" : material.code();
            faults.check(code.matches("[a-z0-9-]{1,20}"), field + "code", "material.code");
            faults.check(codes.add(code), field + "code", "material.twice", code);
            faults.text(field + "name", material.name(), 200);
            faults.check(sheets(material.originals()), field + "originals", "material.count", MOST_SHEETS);
            faults.check(sheets(material.copies()), field + "copies", "material.count", MOST_SHEETS);
            faults.optional(field + "note", material.note(), 500);
        }
    }

    private static boolean sheets(int count) {
        return count >= 0 && count <= MOST_SHEETS;
    }
}
