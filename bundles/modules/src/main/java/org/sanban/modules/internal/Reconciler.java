// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.features.BootFinished;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is installed to what is wanted when Karaf has started: after {@code data/} was deleted, after a power cut
 * in the middle of a change, after somebody edited the list. What cannot be had is said, and the rest serves.
 */
@Component(
        service = {},
        immediate = true)
public final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Inventory inventory;
    private final Thread thread;

    @Activate
    public Reconciler(@Reference Inventory inventory, @Reference BootFinished started) {
        this.inventory = inventory;
        // Installing bundles ends in starting components, which the thread that starts this one is busy with.
        thread = new Thread(this::run, "sanban-modules");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            inventory.change(() -> {
                reconcile(inventory);
                return null;
            });
        } catch (IOException | RuntimeException e) {
            LOG.error("the wanted modules cannot be told: {}", e.toString());
            LOG.debug("", e);
        } finally {
            inventory.settle();
        }
    }

    static void reconcile(Inventory inventory) throws IOException {
        for (Path kar : inventory.shelf().archives()) {
            offer(inventory, kar);
        }
        Graph graph = inventory.graph();
        Wanted wanted = inventory.wanted();
        if (!wanted.known()) {
            wanted.add(installed(graph));
        }
        Set<String> names = wanted.names();
        Set<String> extra = installed(graph);
        extra.removeAll(names);
        Set<String> added = add(inventory, graph, names);
        Set<String> removed = remove(inventory, graph, extra);
        LOG.info(
                "modules: {} wanted{}{}",
                names.size(),
                added.isEmpty() ? "" : ", installed " + String.join(", ", added),
                removed.isEmpty() ? "" : ", removed " + String.join(", ", removed));
        inventory.started();
        inventory.faults().forEach((name, fault) -> LOG.warn("module {}: {}", name, fault));
    }

    private static void offer(Inventory inventory, Path kar) {
        try {
            inventory.offer(kar);
        } catch (IOException | Platform.Refused | Problem e) {
            LOG.warn("archive {} cannot be used: {}", kar, e.getMessage());
        }
    }

    /**
     * The newest of each. All in one change, since one in a newer version may need another in a newer version; where that
     * cannot be, each by itself, so that one that cannot be installed keeps none of the others away.
     */
    private static Set<String> add(Inventory inventory, Graph graph, Set<String> names) {
        Map<String, String> ids = new LinkedHashMap<>();
        names.stream()
                .flatMap(name -> graph.newest(name).stream())
                .filter(part -> !part.required())
                .forEach(part -> ids.put(part.name(), part.id()));
        if (ids.isEmpty()) {
            return Set.of();
        }
        try {
            inventory.install(Set.copyOf(ids.values()));
            return ids.keySet();
        } catch (Platform.Refused refused) {
            LOG.debug("not all in one change", refused);
            return each(inventory, ids);
        }
    }

    private static Set<String> each(Inventory inventory, Map<String, String> ids) {
        Set<String> added = new LinkedHashSet<>();
        ids.forEach((name, id) -> {
            try {
                inventory.install(Set.of(id));
                added.add(name);
            } catch (Platform.Refused refused) {
                inventory.failed(name, refused.getMessage());
            }
        });
        return added;
    }

    private static Set<String> remove(Inventory inventory, Graph graph, Set<String> names) {
        Set<String> ids =
                names.stream().map(name -> graph.part(name).orElseThrow().id()).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return names;
        }
        try {
            inventory.remove(ids);
            return names;
        } catch (Platform.Refused refused) {
            names.forEach(name -> inventory.failed(name, "cannot be removed: " + refused.getMessage()));
            return Set.of();
        }
    }

    /** Plugins that are installed for their own sake. */
    private static Set<String> installed(Graph graph) {
        return graph.modules().stream()
                .filter(graph::plugin)
                .filter(Part::required)
                .map(Part::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
