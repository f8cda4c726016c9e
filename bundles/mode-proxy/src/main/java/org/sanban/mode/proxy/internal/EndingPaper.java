// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.registry.RegistryService;

/** Form B: what came of it and what was given back (办结（终止）单). */
@Component(service = PaperForm.class)
public final class EndingPaper extends ProxyPaper {
    private static final Set<String> ENDED = Set.of("returning", "revisiting", "closed", "terminated");

    @Activate
    public EndingPaper(@Reference RegistryService registry) {
        super("proxy-ending", registry);
    }

    @Override
    public boolean fits(Case c) {
        return serves(c) && ENDED.contains(c.stage());
    }

    @Override
    List<Section> sections(Case c) {
        boolean early = c.stage().equals("terminated");
        return List.of(
                section(
                        "paper.ended",
                        row("paper.how", c.stageName().zh()),
                        row("field.result", c.answers().get(early ? "explanation" : "result")),
                        row("field.conclusion", c.answers().get("conclusion")),
                        row("paper.paid", c.answers().get("paidTotal"))),
                new Section(
                        text("paper.originals"),
                        c.originals().stream()
                                .map(one -> new Row(one.name(), one.receivedBy()))
                                .toList(),
                        List.of()),
                clauses("paper.notice", "paper.free"));
    }

    @Override
    String counterpart() {
        return text("paper.sign-agent");
    }
}
