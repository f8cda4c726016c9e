// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.registry.RegistryService;

/** Form A: what was taken on, for whom, and what is still to be brought (帮代办受理单). */
@Component(service = PaperForm.class)
public final class AcceptancePaper extends ProxyPaper {
    @Activate
    public AcceptancePaper(@Reference RegistryService registry) {
        super("proxy-acceptance", registry);
    }

    @Override
    public boolean fits(Case c) {
        return serves(c) && (c.done().contains("accept") || c.done().contains("accept-help"));
    }

    @Override
    List<Section> sections(Case c) {
        List<String> materials = c.materials().stream()
                .map(paper -> paper.name() + text(paper.missing() ? "paper.to-bring" : "paper.there"))
                .toList();
        return List.of(
                section(
                        "paper.service",
                        row("field.services", several("service", c.answers().get("services"))),
                        row("field.course", chosen("course", c.answers().get("course"))),
                        row("field.stages", stages(c)),
                        row("field.need", c.answers().get("need"))),
                new Section(text("paper.materials"), List.of(), materials),
                clauses("paper.notice", "paper.free", "paper.voluntary"));
    }

    @Override
    String counterpart() {
        return text("paper.sign-agent");
    }
}
