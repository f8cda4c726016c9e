// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.onsite.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Paper;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** The service plan (上门办服务方案, R87) that the team takes along. */
@Component(service = PaperForm.class)
public final class VisitPlan implements PaperForm {
    private final RegistryService registry;

    @Activate
    public VisitPlan(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String id() {
        return "visit-plan";
    }

    @Override
    public Text name() {
        return OnsiteWorkflow.WORDING.get("paper.visit-plan");
    }

    @Override
    public boolean fits(Case c) {
        return c.mode().equals(OnsiteMode.ID) && c.done().contains("plan");
    }

    @Override
    public Sheet fill(Case c) {
        Site site = registry.site(c.site());
        return new Sheet(
                name().zh(),
                c.number(),
                List.of(request(c), plan(c), materials(c)),
                List.of("服务人员（签字）", "总服务台（签字）"),
                null,
                site.sample());
    }

    private static Sheet.Section request(Case c) {
        Map<String, Object> answers = c.answers();
        return new Sheet.Section(
                "服务需求",
                List.of(
                        new Sheet.Row("事项", c.matterName()),
                        new Sheet.Row(
                                "申请人",
                                c.applicant().name() + "　" + c.applicant().phone()),
                        new Sheet.Row("需求类别", Visit.chosen(answers, "need", "need")),
                        new Sheet.Row("上门原因", Visit.chosen(answers, "circumstance", "circumstance")),
                        new Sheet.Row("希望上门时间", Visit.printed(answers, "wishedAt")),
                        new Sheet.Row("上门地点", Visit.written(answers, "place")),
                        new Sheet.Row("其他要求", Visit.written(answers, "wishes"))),
                List.of());
    }

    /** The agreed time where there is one, room to write it where there is none. */
    private static Sheet.Section plan(Case c) {
        Map<String, Object> answers = c.answers();
        return new Sheet.Section(
                "服务安排",
                List.of(
                        new Sheet.Row("配合单位", Visit.written(answers, "unit")),
                        new Sheet.Row("服务人员", Visit.written(answers, "team")),
                        new Sheet.Row("携带设备和材料", Visit.written(answers, "equipment")),
                        new Sheet.Row("拟上门时间", Visit.printed(answers, "proposedAt")),
                        new Sheet.Row("约定上门时间", Visit.printed(answers, "visitAt")),
                        new Sheet.Row("约定地点", Visit.written(answers, "visitPlace"))),
                List.of());
    }

    private static Sheet.Section materials(Case c) {
        return new Sheet.Section(
                "申请材料",
                c.materials().stream()
                        .map(paper -> new Sheet.Row(paper.name(), counts(paper)))
                        .toList(),
                List.of());
    }

    private static String counts(Paper paper) {
        String asked = "原件 %d、复印件 %d".formatted(paper.originals(), paper.copies());
        return asked + (paper.missing() ? "，请申请人备好" : paper.required() ? "，已收齐" : "，非必需");
    }
}
