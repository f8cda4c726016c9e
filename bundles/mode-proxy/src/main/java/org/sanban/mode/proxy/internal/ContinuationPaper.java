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

/** Form E: scope and term anew, after a suspension or when the term is over (续办委托书). */
@Component(service = PaperForm.class)
public final class ContinuationPaper extends ProxyPaper {
    @Activate
    public ContinuationPaper(@Reference RegistryService registry) {
        super("proxy-continuation", registry);
    }

    @Override
    public boolean fits(Case c) {
        return serves(c) && c.done().contains("sign");
    }

    @Override
    List<Section> sections(Case c) {
        return List.of(
                section(
                        "paper.continued",
                        row("field.stages", stages(c)),
                        row("paper.until-now", c.answers().get("validUntil")),
                        row("field.scope", null),
                        row("field.validUntil", null)),
                clauses("paper.terms", "paper.own-name", "paper.free", "paper.keep", "paper.revocable"));
    }

    @Override
    String counterpart() {
        return text("paper.sign-agent");
    }
}
