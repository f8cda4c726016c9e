// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Text;

/** Names of modes; one that is not installed goes by its id. */
@Component(service = Modes.class)
public final class Modes {
    private final CaseService cases;

    @Activate
    public Modes(@Reference CaseService cases) {
        this.cases = cases;
    }

    Text name(String mode) {
        return cases.modes().stream()
                .filter(workflow -> workflow.mode().equals(mode))
                .map(Workflow::name)
                .findFirst()
                .orElse(Text.of(mode));
    }
}
