// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service modes that are installed, and the workflow of every mode and version that ever was: open cases go on under
 * the version they started with, and cases of a removed mode still show their stage names.
 */
@Component(service = Modes.class)
public final class Modes {
    private static final Logger LOG = LoggerFactory.getLogger(Modes.class);
    private static final Texts TEXTS = Texts.of(Modes.class);

    private final CaseStore store;
    private final Map<String, ServiceMode> installed = new ConcurrentHashMap<>();
    private final Map<WorkflowEntity.Key, Workflow> known = new ConcurrentHashMap<>();
    /** What is wrong with modes that are here and not offered, by id. */
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    @Activate
    public Modes(@Reference CaseStore store) {
        this.store = store;
        store.workflows().forEach(row -> known.put(new WorkflowEntity.Key(row.mode, row.version), parse(row)));
    }

    /** Offers a mode, unless its workflow cannot work or contradicts what open cases run under. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(ServiceMode mode) {
        Workflow workflow = mode.workflow();
        WorkflowEntity.Key key = new WorkflowEntity.Key(workflow.mode(), workflow.version());
        Workflow stored = known.get(key);
        String fault = fault(workflow, stored);
        if (fault != null) {
            LOG.error("mode {} is not offered: {}", workflow.mode(), fault);
            refused.put(String.valueOf(workflow.mode()), fault);
            return;
        }
        if (!workflow.equals(stored)) {
            WorkflowEntity row = new WorkflowEntity();
            row.mode = workflow.mode();
            row.version = workflow.version();
            row.content = Packed.pack(Json.write(workflow));
            store.save(row);
            known.put(key, workflow);
        }
        installed.put(workflow.mode(), mode);
        refused.remove(workflow.mode());
        LOG.info("mode {} is offered, workflow {}", workflow.mode(), workflow.version());
    }

    /** All that keeps a workflow from being offered, or null. */
    private String fault(Workflow workflow, Workflow stored) {
        List<String> faults = workflow.faults();
        if (!faults.isEmpty()) {
            return String.join("; ", faults);
        }
        boolean other = stored != null && !stored.equals(workflow) && store.used(workflow.mode(), workflow.version());
        return other
                ? "its workflow " + workflow.version() + " differs from the one that cases run under; raise its version"
                : null;
    }

    /** Offers a mode no more; its cases stay readable. */
    public void remove(ServiceMode mode) {
        if (installed.values().remove(mode)) {
            LOG.info("mode {} is gone", mode.workflow().mode());
        } else {
            refused.remove(String.valueOf(mode.workflow().mode()));
        }
    }

    /** The workflows of the installed modes by id. */
    List<Workflow> installed() {
        return installed.values().stream()
                .map(ServiceMode::workflow)
                .sorted(Comparator.comparing(Workflow::mode))
                .toList();
    }

    /**
     * An installed mode.
     *
     * @throws Problem unavailable, when it was installed before and may be again in a moment; else not found, saying
     *     which feature brings it
     */
    ServiceMode offered(String id) {
        ServiceMode mode = id == null ? null : installed.get(id);
        if (mode != null) {
            return mode;
        }
        if (id != null && refused.containsKey(id)) {
            throw Problem.notFound(TEXTS.get("mode.refused", id, refused.get(id)));
        }
        if (id == null || id.length() > 40 || !id.matches("[a-z0-9-]+")) {
            throw Problem.notFound("mode", String.valueOf(id));
        }
        if (known.keySet().stream().anyMatch(key -> key.mode.equals(id))) {
            throw Problem.unavailable(TEXTS.get("mode.away", id));
        }
        throw Problem.notFound(TEXTS.get("mode.unknown", id));
    }

    /**
     * The mode of a case.
     *
     * @throws Problem unavailable, when it is not installed now
     */
    ServiceMode of(CaseEntity row) {
        ServiceMode mode = installed.get(row.mode);
        if (mode == null) {
            throw Problem.unavailable(absence(row.mode));
        }
        return mode;
    }

    /** What who reads a case of a mode is told while it is not offered, with the reason; null while it is. */
    Text absence(String id) {
        if (installed.containsKey(id)) {
            return null;
        }
        String fault = refused.get(id);
        return fault == null ? TEXTS.get("mode.absent", id) : TEXTS.get("mode.refused", id, fault);
    }

    /**
     * A workflow that was ever installed, on this node or on another.
     *
     * @throws Problem not found
     */
    Workflow workflow(String mode, int version) {
        WorkflowEntity.Key key = new WorkflowEntity.Key(mode, version);
        Workflow workflow = known.get(key);
        if (workflow == null) {
            store.workflows()
                    .forEach(row -> known.putIfAbsent(new WorkflowEntity.Key(row.mode, row.version), parse(row)));
            workflow = known.get(key);
        }
        return Optional.ofNullable(workflow).orElseThrow(() -> Problem.notFound("mode", mode + " " + version));
    }

    private static Workflow parse(WorkflowEntity row) {
        return Json.workflow(Packed.unpack(row.content));
    }
}
