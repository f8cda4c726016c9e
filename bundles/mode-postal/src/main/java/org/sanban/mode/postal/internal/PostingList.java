// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import static org.sanban.mode.postal.internal.PostalWorkflow.WORDING;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** What the parcel that was sent last holds, its waybill and who gets it (交寄清单): one to keep, one in the parcel. */
@Component(service = PaperForm.class)
public final class PostingList implements PaperForm {
    private final RegistryService registry;

    @Activate
    public PostingList(@Reference RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public String id() {
        return "posting-list";
    }

    @Override
    public Text name() {
        return WORDING.get("paper.posting-list");
    }

    @Override
    public boolean fits(Case c) {
        return c.mode().equals(PostalWorkflow.ID)
                && Parcel.last(c).filter(Parcel::moves).isPresent();
    }

    @Override
    public Sheet fill(Case c) {
        Parcel parcel = Parcel.last(c).orElseThrow();
        Site site = registry.site(c.site());
        Map<String, Object> answers = c.answers();
        boolean home = parcel.way().home();
        Section posted = new Section(
                null,
                List.of(
                        row("paper.matter", c.matterName()),
                        row("paper.applicant", c.applicant().name()),
                        row("paper.site", site.name()),
                        row("paper.leg", text("step." + parcel.leg())),
                        row("field.waybill", parcel.waybill()),
                        row("field.receiver", answers.get("receiver")),
                        row("paper.address", home ? answers.get("postAddress") : null),
                        row("paper.postedAt", null)),
                List.of());
        Section originals = new Section(
                text("paper.originals"),
                parcel.holds(c).stream()
                        .map(original -> new Row(Integer.toString(original.id()), original.name()))
                        .toList(),
                List.of());
        Section others = new Section(
                text("paper.contents"),
                List.of(),
                List.of(String.valueOf(answers.get("contents")), text("paper.check")));
        return new Sheet(
                name().zh(),
                c.number(),
                List.of(posted, originals, others),
                List.of(text("paper.sender"), text("paper.carrier"), text("paper.receiver")),
                null,
                site.sample());
    }

    private static Row row(String label, Object value) {
        return new Row(text(label), value == null ? null : value.toString());
    }

    private static String text(String key) {
        return WORDING.get(key).zh();
    }
}
