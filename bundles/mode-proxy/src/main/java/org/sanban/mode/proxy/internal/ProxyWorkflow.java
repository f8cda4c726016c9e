// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Field.Type;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Wording;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Role;

/**
 * The nine stages of 帮代办 (R122–R130) in their order, and the ways out of them. An agent holds the case by name through
 * all nine, so the steps that are the agent's own have the effect HOLDER.
 */
final class ProxyWorkflow {
    static final String ID = "proxy";
    static final Wording WORDING = Wording.of(ProxyWorkflow.class);

    /** What is entrusted whole or in part (R131), each with the stage after it; the other stages frame these. */
    static final Map<String, String> ENTRUSTABLE = Map.of(
            "advising", "collecting",
            "collecting", "coordinating",
            "coordinating", "feeding-back",
            "feeding-back", "returning");

    static final List<String> IN_ORDER = List.of("advising", "collecting", "coordinating", "feeding-back");
    static final Workflow WORKFLOW = new Workflow(
            ID,
            1,
            WORDING.get("mode"),
            "early",
            Set.of(Role.CLERK, Role.AGENT, Role.SYSTEM),
            application(),
            stages(),
            ProxySteps.all());

    private ProxyWorkflow() {}

    private static List<Field> application() {
        return List.of(
                several("services", true, "service", "consult", "guide", "coordinate", "help", "act", "visit"),
                WORDING.chosen("course", true, "course", "whole", "stages"),
                several("stages", false, "stage", IN_ORDER.toArray(String[]::new)),
                WORDING.field("matters", Type.MATTERS, false),
                WORDING.text("need", false, 500));
    }

    private static List<Stage> stages() {
        return List.of(
                served("early", Clock.WAITING),
                served("entrusting", Clock.WAITING),
                served("signing", Clock.WAITING),
                served("advising", Clock.WAITING),
                served("collecting", Clock.WAITING),
                // The matter's limit is the departments': it runs from handing in until their results are joined.
                served("coordinating", Clock.RUNNING),
                served("feeding-back", Clock.ENDED),
                served("returning", Clock.ENDED),
                served("revisiting", Clock.ENDED),
                served("suspended", Clock.PAUSED),
                served("revoked", Clock.ENDED),
                over("closed", Status.DONE),
                over("refused", Status.REFUSED),
                over("withdrawn", Status.WITHDRAWN),
                over("terminated", Status.TERMINATED));
    }

    static Field several(String name, boolean required, String list, String... ids) {
        return new Field(name, WORDING.get("field." + name), Type.CHOICES, required, 0, WORDING.choices(list, ids));
    }

    private static Stage served(String id, Clock clock) {
        return WORDING.stage(id, Status.OPEN, clock, Role.AGENT);
    }

    private static Stage over(String id, Status status) {
        return WORDING.stage(id, status, Clock.ENDED, null);
    }
}
