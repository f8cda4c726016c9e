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

/** Form C: the agreement that an agent acts under (代办服务委托书), to be signed and scanned. */
@Component(service = PaperForm.class)
public final class EntrustmentPaper extends ProxyPaper {
    @Activate
    public EntrustmentPaper(@Reference RegistryService registry) {
        super("entrustment", registry);
    }

    @Override
    public boolean fits(Case c) {
        return serves(c)
                && Entrustment.acts(c.answers().get("services"))
                && c.done().contains("accept");
    }

    @Override
    List<Section> sections(Case c) {
        return List.of(
                section(
                        "paper.entrusted",
                        row("field.stages", stages(c)),
                        row("field.scope", several("right", c.answers().get("scope"))),
                        row("field.validUntil", c.answers().get("validUntil"))),
                clauses("paper.terms", "paper.own-name", "paper.free", "paper.keep", "paper.revocable"));
    }

    @Override
    String counterpart() {
        return text("paper.sign-agent");
    }
}
