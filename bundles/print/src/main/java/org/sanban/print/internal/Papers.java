// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.cases.Case;
import org.sanban.api.print.PaperForm;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The papers there are now; they come and go with their plugins. */
@Component(service = Papers.class)
public final class Papers {
    private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
    private static final Texts TEXTS = Texts.of(Papers.class);

    private final Set<PaperForm> forms = new CopyOnWriteArraySet<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addForm(PaperForm form) {
        forms.add(form);
    }

    void removeForm(PaperForm form) {
        forms.remove(form);
    }

    /** Those that can be printed from a case, by id. */
    List<PaperForm> of(Case c) {
        return forms.stream()
                .filter(form -> fits(form, c))
                .sorted(Comparator.comparing(PaperForm::id))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Problem not found; conflict, when it cannot be printed from the case as it is
     */
    PaperForm of(Case c, String id) {
        PaperForm form = forms.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("paper", id));
        if (!form.fits(c)) {
            throw Problem.conflict(TEXTS.get("unfit", form.name(), c.number(), c.stageName()));
        }
        return form;
    }

    /** A plugin's faulty paper does not hide the others. */
    private static boolean fits(PaperForm form, Case c) {
        try {
            return form.fits(c);
        } catch (RuntimeException e) {
            LOG.warn("paper {} cannot say whether it fits: {}", form.id(), e.toString());
            return false;
        }
    }
}
