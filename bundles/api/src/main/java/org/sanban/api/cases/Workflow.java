// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.problem.Text;

/**
 * How a mode handles a case: data, shown, documented and checked by everyone. Stored once per mode and version, so that
 * open cases go on under the version they started with. Raise {@code version} with every change.
 *
 * @param mode id of the service mode: {@code window}
 * @param version 1 and up
 * @param name 窗口办理
 * @param initial id of the stage a submitted case is in
 * @param submitters roles that may submit
 * @param application what must be answered on submitting
 * @param stages in the usual order
 * @param steps in the usual order
 */
public record Workflow(
        String mode,
        int version,
        Text name,
        String initial,
        Set<String> submitters,
        List<Field> application,
        List<Stage> stages,
        List<Step> steps) {
    public Workflow {
        submitters = Set.copyOf(submitters);
        application = List.copyOf(application);
        stages = List.copyOf(stages);
        steps = List.copyOf(steps);
    }

    /** The stage by its id. */
    public Optional<Stage> stage(String id) {
        return stages.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The steps that may be done in a stage. */
    public List<Step> stepsFrom(String stage) {
        return steps.stream().filter(s -> s.from().contains(stage)).toList();
    }

    /** The step that {@code action} means in a stage. */
    public Optional<Step> step(String stage, String action) {
        return stepsFrom(stage).stream().filter(s -> s.action().equals(action)).findFirst();
    }

    /**
     * What keeps it from working, each naming the stage, step or field: a mode whose workflow has faults is not offered.
     * English, for who writes the mode; empty when there is nothing.
     */
    public List<String> faults() {
        return new WorkflowFaults(this).all();
    }
}
