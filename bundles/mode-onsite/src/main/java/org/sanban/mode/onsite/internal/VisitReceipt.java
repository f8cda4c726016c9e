// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.onsite.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Original;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/**
 * The receipt (送达回执, R93) for the result, on the spot or brought later, and for originals given back. It can be printed
 * as soon as there is something to hand over, so that it is signed at the door.
 */
@Component(service = PaperForm.class)
public final class VisitReceipt implements PaperForm {
    private final RegistryService registry;

    @Activate
    public VisitReceipt(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String id() {
        return "visit-receipt";
    }

    @Override
    public Text name() {
        return OnsiteWorkflow.WORDING.get("paper.visit-receipt");
    }

    @Override
    public boolean fits(Case c) {
        return c.mode().equals(OnsiteMode.ID)
                && (c.done().contains("finish-now") || c.done().contains("decide"));
    }

    @Override
    public Sheet fill(Case c) {
        Site site = registry.site(c.site());
        Map<String, Object> answers = c.answers();
        return new Sheet(
                name().zh(),
                c.number(),
                List.of(
                        new Sheet.Section(
                                null,
                                List.of(
                                        new Sheet.Row("事项", c.matterName()),
                                        new Sheet.Row("申请人", c.applicant().name()),
                                        new Sheet.Row("送达单位", site.name()),
                                        new Sheet.Row("办理结果", Visit.written(answers, "result")),
                                        new Sheet.Row("送达地点", Visit.written(answers, "visitPlace")),
                                        new Sheet.Row("签收人", Visit.written(answers, "signedBy")),
                                        new Sheet.Row("签收时间", null)),
                                List.of("本人已收到上述办理结果及所列原件。对服务有意见，可在回访时提出。")),
                        new Sheet.Section("退还的原件", originals(c), List.of())),
                List.of("签收人（签字）", "送达人（签字）"),
                null,
                site.sample());
    }

    private static List<Sheet.Row> originals(Case c) {
        return c.originals().stream()
                .map(original -> new Sheet.Row(original.name(), signed(original)))
                .toList();
    }

    private static String signed(Original original) {
        return original.out() ? null : "已由" + original.receivedBy() + "签收";
    }
}
