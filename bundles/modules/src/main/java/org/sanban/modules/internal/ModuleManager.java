// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.modules.Module;
import org.sanban.api.modules.ModuleService;
import org.sanban.api.modules.Piece;
import org.sanban.api.modules.Plan;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs and removes modules. What is wanted is written down before Karaf is asked, so that a power cut in between is
 * made good at the next start; what Karaf refuses is taken back.
 */
@Component(service = ModuleService.class)
public final class ModuleManager implements ModuleService {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleManager.class);
    private static final Texts TEXTS = Texts.of(ModuleManager.class);

    private final Inventory inventory;
    private final Usage usage;

    @Activate
    public ModuleManager(@Reference Inventory inventory, @Reference Usage usage) {
        this.inventory = inventory;
        this.usage = usage;
    }

    @Override
    public List<Module> modules() {
        Graph graph = inventory.graph();
        Jars jars = inventory.jars();
        Set<String> wanted = inventory.wanted().names();
        List<Module> modules = new ArrayList<>();
        graph.modules().forEach(part -> modules.add(module(part, graph, jars, wanted)));
        return modules;
    }

    @Override
    public Plan preview(String what, Actor actor) {
        actor.require(Role.ADMIN);
        return doing(() -> {
            if (!Kar.named(what)) {
                Graph graph = inventory.graph();
                Part newest = graph.newest(what).orElseThrow(() -> Problem.notFound("module", what));
                return plan(newest, graph, inventory.jars(), actor);
            }
            try (Kar kar = Kar.open(Path.of(what))) {
                return plan(kar, actor);
            }
        });
    }

    @Override
    public Plan install(String what, Actor actor) {
        actor.require(Role.ADMIN);
        return doing(() -> inventory.change(() -> {
            Plan plan = preview(what, actor);
            if (plan.obstacle() != null) {
                throw Problem.conflict(plan.obstacle());
            }
            boolean wanted = inventory.wanted().names().contains(plan.feature());
            Path kept = null;
            try {
                if (Kar.named(what)) {
                    kept = inventory.shelf().keep(Path.of(what), plan.feature() + "-" + plan.version());
                    inventory.offer(kept);
                }
                inventory.wanted().add(Set.of(plan.feature()));
                inventory.install(ids(plan));
            } catch (Platform.Refused refused) {
                if (!wanted) {
                    inventory.wanted().remove(Set.of(plan.feature()));
                }
                if (kept != null) {
                    inventory.forget(kept);
                }
                LOG.debug("{}", plan.feature(), refused);
                throw Problem.conflict(TEXTS.get("install.refused", plan.feature(), refused.getMessage()));
            }
            inventory.failed(plan.feature(), null);
            LOG.info("module {} {} is installed", plan.feature(), plan.version());
            return plan;
        }));
    }

    @Override
    public Plan remove(String feature, boolean force, Actor actor) {
        actor.require(Role.ADMIN);
        return doing(() -> inventory.change(() -> {
            Graph graph = inventory.graph();
            Part part = known(graph, feature);
            if (graph.core(part)) {
                throw Problem.conflict(TEXTS.get("remove.core", feature));
            }
            Set<String> names = new HashSet<>(Set.of(feature));
            List<Part> others = graph.neededBy(part);
            if (!others.isEmpty() && !force) {
                throw Problem.conflict(TEXTS.get("remove.needed", feature, names(others)));
            }
            others.forEach(other -> names.add(other.name()));
            if (!part.installed() && !inventory.wanted().names().contains(feature)) {
                throw Problem.conflict(TEXTS.get("remove.absent", feature));
            }
            Plan plan = plan(part, graph, inventory.jars(), actor);
            inventory.wanted().remove(names);
            names.forEach(name -> inventory.failed(name, null));
            try {
                remove(names, graph);
            } catch (Platform.Refused refused) {
                inventory.wanted().add(names);
                throw Problem.conflict(TEXTS.get("remove.refused", feature, refused.getMessage()));
            }
            LOG.info("modules {} are removed", String.join(", ", names));
            return plan;
        }));
    }

    /** What Karaf is asked for. */
    private Set<String> ids(Plan plan) {
        Graph graph = inventory.graph();
        return graph.find(new Part.Wish(plan.feature(), plan.version())).stream()
                .flatMap(part -> graph.asked(part).stream())
                .map(Part::id)
                .collect(Collectors.toSet());
    }

    /** Removes those that are installed for their own sake; what they alone needed goes with them. */
    private void remove(Set<String> names, Graph graph) throws Platform.Refused {
        Set<String> ids = names.stream()
                .map(graph::part)
                .flatMap(Optional::stream)
                .filter(Part::required)
                .map(Part::id)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            inventory.remove(ids);
        }
    }

    private Plan plan(Kar kar, Actor actor) throws IOException {
        List<Part> brought = kar.parts(inventory.platform());
        Part part = Kar.module(kar.file(), brought);
        Set<String> ids = brought.stream().map(Part::id).collect(Collectors.toSet());
        List<Part> all = new ArrayList<>(brought);
        inventory.platform().parts().stream()
                .filter(known -> !ids.contains(known.id()))
                .forEach(all::add);
        return plan(part, new Graph(all), inventory.jars().and(kar.repository()), actor);
    }

    private Plan plan(Part part, Graph graph, Jars jars, Actor actor) {
        Set<String> modes = modes(part, jars);
        List<Piece> comes = graph.closure(part).stream()
                .filter(needed -> !needed.installed())
                .flatMap(needed -> needed.locations().stream())
                .distinct()
                .filter(location -> inventory.platform().piece(location) == null)
                .map(jars::piece)
                .toList();
        List<Plan.Need> needs = part.needs().stream()
                .map(wish -> new Plan.Need(wish.name(), wish.version(), state(wish, graph)))
                .toList();
        Part installed = graph.part(part.name()).filter(Part::installed).orElse(null);
        return new Plan(
                part.name(),
                part.version(),
                part.title(),
                installed == null ? null : installed.version(),
                comes,
                needs,
                graph.neededBy(part).stream().map(Part::name).toList(),
                modes,
                usage.open(modes, actor),
                obstacle(part, installed, graph, comes));
    }

    private static Text obstacle(Part part, Part installed, Graph graph, List<Piece> comes) {
        if (installed != null && installed.number().compareTo(part.number()) >= 0) {
            return TEXTS.get("install.already", installed.name(), installed.version());
        }
        List<Part> pinned = graph.pinned(part);
        if (!pinned.isEmpty()) {
            return TEXTS.get("install.pinned", part.name(), part.version(), names(pinned));
        }
        List<Part.Wish> unanswered = graph.unanswered(part);
        if (!unanswered.isEmpty()) {
            return TEXTS.get(
                    "install.needs",
                    part.name(),
                    unanswered.stream()
                            .map(wish -> wish.name() + " " + Objects.toString(wish.version(), ""))
                            .map(String::strip)
                            .collect(Collectors.joining(", ")));
        }
        List<String> absent = comes.stream()
                .filter(piece -> piece.bytes() == null)
                .map(Piece::bundle)
                .toList();
        return absent.isEmpty() ? null : TEXTS.get("install.absent", part.name(), String.join(", ", absent));
    }

    private static Plan.Need.State state(Part.Wish wish, Graph graph) {
        return graph.find(wish)
                .map(part -> part.installed() ? Plan.Need.State.INSTALLED : Plan.Need.State.COMES)
                .orElse(Plan.Need.State.MISSING);
    }

    private Module module(Part part, Graph graph, Jars jars, Set<String> wanted) {
        boolean core = graph.core(part);
        String fault = core || part.installed() || wanted.contains(part.name()) ? inventory.fault(part) : null;
        List<Piece> pieces = part.locations().stream()
                .map(location ->
                        Objects.requireNonNullElseGet(inventory.platform().piece(location), () -> jars.piece(location)))
                .toList();
        Set<String> modes = core ? Set.of() : modes(part, jars);
        Usage.Needing needing = modes.isEmpty() ? Usage.Needing.NONE : usage.needing(modes);
        return new Module(
                part.name(),
                part.version(),
                part.title(),
                part.sentence(),
                core,
                state(part, fault, pieces),
                fault,
                pieces,
                modes,
                needing.count(),
                needing.first(),
                part.needs().stream().map(Part.Wish::name).toList(),
                graph.neededBy(part).stream().map(Part::name).toList());
    }

    private static Module.State state(Part part, String fault, List<Piece> pieces) {
        if (fault != null) {
            return Module.State.FAULTY;
        }
        if (part.installed()) {
            return Module.State.ACTIVE;
        }
        boolean here = pieces.stream().allMatch(piece -> piece.bytes() != null || piece.active());
        return here ? Module.State.AVAILABLE : Module.State.ABSENT;
    }

    private static Set<String> modes(Part part, Jars jars) {
        return part.locations().stream()
                .flatMap(location -> jars.modes(location).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Part known(Graph graph, String name) {
        return graph.part(name).orElseThrow(() -> Problem.notFound("module", name));
    }

    private static String names(Collection<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }

    private static <T> T doing(Inventory.Change<T> work) {
        try {
            return work.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
