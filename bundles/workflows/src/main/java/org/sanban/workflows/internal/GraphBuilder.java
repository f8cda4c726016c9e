// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.workflows.internal.Graph.Lane;
import org.sanban.workflows.internal.Node.Kind;

/**
 * Makes a graph of a workflow. A stage is a task in the lane of who holds it, or an end; a step that leads elsewhere is a
 * way, through a gateway where there are several; one that the platform does when a limit is over is a timer.
 */
final class GraphBuilder {
    private final Workflow workflow;
    private final Graph graph;
    private final Map<String, Node> stages = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private GraphBuilder(Workflow workflow) {
        this.workflow = workflow;
        this.graph = new Graph(workflow);
    }

    static Graph build(Workflow workflow) {
        GraphBuilder builder = new GraphBuilder(workflow);
        builder.lanes();
        builder.stages();
        builder.start();
        workflow.stages().forEach(builder::ways);
        return builder.graph;
    }

    private void lanes() {
        List<String> holders = workflow.stages().stream()
                .filter(stage -> !isEnd(stage))
                .map(stage -> Notes.role(stage.holder()))
                .distinct()
                .toList();
        for (String holder : holders.isEmpty() ? List.of(Notes.role(null)) : holders) {
            graph.lanes.add(new Lane(id("Lane", Integer.toString(graph.lanes.size() + 1)), holder));
        }
    }

    private void stages() {
        for (Stage stage : workflow.stages()) {
            Node node = isEnd(stage)
                    ? Node.event(Kind.END, id("End", stage.id()), stage.name().zh(), laneBefore(stage))
                    : Node.task(id("Task", stage.id()), stage.name().zh(), lane(stage));
            node.notes = isEnd(stage) ? List.of(Notes.status(stage.status())) : Notes.stage(stage, staying(stage));
            stages.put(stage.id(), add(node));
        }
    }

    private void start() {
        Node initial = stages.get(workflow.initial());
        if (initial != null) {
            Node start = Node.event(Kind.START, id("Start", "submit"), Notes.say("submit"), initial.lane);
            start.notes = Notes.submitting(workflow);
            graph.nodes.add(0, start);
            way(start, null, initial, List.of());
        }
    }

    private void ways(Stage stage) {
        Node node = stages.get(stage.id());
        List<Step> moving = workflow.stepsFrom(stage.id()).stream()
                .filter(step -> leaves(stage, step))
                .toList();
        Map<Node, List<Step>> targets = moving.stream()
                .filter(step -> !isTimer(step))
                .collect(Collectors.groupingBy(step -> stages.get(step.to()), LinkedHashMap::new, Collectors.toList()));
        Node from = node;
        if (targets.size() > 1) {
            from = add(Node.gateway(id("Gateway", stage.id()), node.lane));
            way(node, null, from, List.of());
        }
        for (Map.Entry<Node, List<Step>> target : targets.entrySet()) {
            way(from, null, target.getKey(), target.getValue());
        }
        timers(stage, node);
    }

    private void timers(Stage stage, Node host) {
        if (host.kind != Kind.TASK) {
            return;
        }
        List<Step> steps = workflow.stepsFrom(stage.id()).stream()
                .filter(GraphBuilder::isTimer)
                .toList();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean leaves = leaves(stage, step);
            List<String> notes = new ArrayList<>(List.of(Notes.step(step)));
            notes.add(stage.limit() == null ? Notes.say("limit.none") : Notes.limit(stage.limit()));
            notes.add(Notes.say("limit.calendar"));
            String key = stage.id() + "_" + step.action();
            Timer timer = new Timer(id("Timer", key), host, i, step.name().zh(), stage.limit(), leaves, notes);
            graph.timers.add(timer);
            Node target = leaves
                    ? stages.get(step.to())
                    : add(Node.event(Kind.END, id("Done", key), step.name().zh(), host.lane));
            way(host, timer, target, leaves ? List.of(step) : List.of());
        }
        host.below += steps.isEmpty() ? 0 : Timer.room(steps.size());
    }

    private void way(Node source, Timer timer, Node target, List<Step> steps) {
        String name = steps.stream().map(step -> step.name().zh()).distinct().collect(Collectors.joining("／"));
        List<String> notes = steps.stream().map(Notes::step).toList();
        String id = id("Flow", Integer.toString(graph.edges.size() + 1));
        graph.edges.add(new Edge(id, source, timer, target, name, notes));
    }

    /** What may be done without leaving a stage, but for what the platform does. */
    private List<Step> staying(Stage stage) {
        return workflow.stepsFrom(stage.id()).stream()
                .filter(step -> !leaves(stage, step) && !isTimer(step))
                .toList();
    }

    private boolean leaves(Stage stage, Step step) {
        return step.to() != null
                && !step.to().equals(stage.id())
                && workflow.stage(step.to()).isPresent();
    }

    private static boolean isTimer(Step step) {
        return step.effects().contains(Effect.OVERDUE);
    }

    private boolean isEnd(Stage stage) {
        return stage.status().ended() && workflow.stepsFrom(stage.id()).stream().noneMatch(step -> leaves(stage, step));
    }

    private int lane(Stage stage) {
        String holder = Notes.role(stage.holder());
        for (int i = 0; i < graph.lanes.size(); i++) {
            if (graph.lanes.get(i).name.equals(holder)) {
                return i;
            }
        }
        return 0;
    }

    /** An end lies where the case last was in the usual order. */
    private int laneBefore(Stage end) {
        List<Stage> before = workflow.stages().stream()
                .filter(stage -> !isEnd(stage))
                .filter(stage -> workflow.stepsFrom(stage.id()).stream()
                        .anyMatch(step -> end.id().equals(step.to())))
                .toList();
        return before.isEmpty() ? 0 : lane(before.get(0));
    }

    private Node add(Node node) {
        graph.nodes.add(node);
        return node;
    }

    /** A key that XML takes, and that nothing else has. */
    private String id(String kind, String key) {
        String plain = kind + "_" + key.replaceAll("[^A-Za-z0-9_.-]", "_");
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? plain : plain + "_" + n)
                .filter(ids::add)
                .findFirst()
                .orElseThrow();
    }
}
