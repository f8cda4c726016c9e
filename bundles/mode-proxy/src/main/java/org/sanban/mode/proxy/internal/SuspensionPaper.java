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

/** Form D: why the service rests (中止单). */
@Component(service = PaperForm.class)
public final class SuspensionPaper extends ProxyPaper {
    @Activate
    public SuspensionPaper(@Reference RegistryService registry) {
        super("proxy-suspension", registry);
    }

    @Override
    public boolean fits(Case c) {
        return serves(c) && c.stage().equals("suspended");
    }

    @Override
    List<Section> sections(Case c) {
        return List.of(
                section(
                        "paper.suspended",
                        row("paper.suspended-in", chosen("stage", c.answers().get("suspendedIn"))),
                        row("field.reason", chosen("suspend", c.answers().get("suspendedFor"))),
                        row("field.basis", c.answers().get("basis")),
                        row("field.explanation", c.answers().get("explanation"))),
                clauses("paper.notice", "paper.to-continue"));
    }

    @Override
    String counterpart() {
        return text("paper.sign-agent");
    }
}
