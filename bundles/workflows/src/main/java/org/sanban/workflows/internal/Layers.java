// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which column each thing stands in, and in what order from above. Columns by the longest path, ways that lead back left
 * out; a name of a way is a thing of its own, and a way past a column bends there, so that nothing runs over anything. The
 * order within a lane by barycentre, some times to and fro.
 */
final class Layers {
    /** Odd: the last goes to the right. */
    private static final int SWEEPS = 9;
    /** Keeps lanes apart in what is compared; no lane holds so many things in one column. */
    private static final int LANE = 10_000;

    /** A neighbour in another column; what hangs on a timer stands a little lower than its task's own way. */
    private record Beside(Node node, double lower) {}

    private final Graph graph;
    private final Map<Node, List<Beside>> before = new HashMap<>();
    private final Map<Node, List<Beside>> after = new HashMap<>();
    private final List<List<Node>> columns = new ArrayList<>();

    private Layers(Graph graph) {
        this.graph = graph;
    }

    /** The columns from left to right, each from above. */
    static List<List<Node>> of(Graph graph) {
        Layers layers = new Layers(graph);
        layers.findWaysBack();
        layers.name();
        layers.rank();
        layers.bend();
        layers.fill();
        layers.sort();
        return layers.columns;
    }

    private Stream<Edge> forward() {
        return graph.edges.stream().filter(edge -> !edge.back);
    }

    /** A way to where the walk has come from leads back. */
    private void findWaysBack() {
        Set<Node> done = new HashSet<>();
        graph.nodes.forEach(node -> walk(node, done, new HashSet<>()));
    }

    private void walk(Node node, Set<Node> done, Set<Node> path) {
        if (!done.add(node)) {
            return;
        }
        path.add(node);
        for (Edge edge : graph.edges) {
            if (edge.source == node) {
                edge.back = path.contains(edge.target);
                walk(edge.target, done, path);
            }
        }
        path.remove(node);
    }

    private void name() {
        forward().filter(edge -> !edge.name.isEmpty()).forEach(edge -> {
            Node label = Node.label(edge.name, edge.source.lane);
            graph.nodes.add(label);
            edge.passes.add(label);
        });
    }

    private void rank() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : forward().toList()) {
                List<Node> chain = edge.chain();
                for (int i = 1; i < chain.size(); i++) {
                    int least = chain.get(i - 1).layer + 1;
                    if (chain.get(i).layer < least) {
                        chain.get(i).layer = least;
                        changed = true;
                    }
                }
            }
        }
    }

    private void bend() {
        forward().forEach(edge -> {
            int from = (edge.passes.isEmpty() ? edge.source : edge.passes.get(0)).layer;
            for (int layer = from + 1; layer < edge.target.layer; layer++) {
                Node bend = Node.bend(edge.target.lane);
                bend.layer = layer;
                graph.nodes.add(bend);
                edge.passes.add(bend);
            }
        });
    }

    private void fill() {
        int count = graph.nodes.stream().mapToInt(node -> node.layer).max().orElse(0) + 1;
        for (int i = 0; i < count; i++) {
            columns.add(new ArrayList<>());
        }
        graph.nodes.forEach(node -> columns.get(node.layer).add(node));
        forward().forEach(edge -> {
            List<Node> chain = edge.chain();
            for (int i = 1; i < chain.size(); i++) {
                double lower = i == 1 && edge.timer != null ? 0.5 : 0;
                before.computeIfAbsent(chain.get(i), key -> new ArrayList<>()).add(new Beside(chain.get(i - 1), lower));
                after.computeIfAbsent(chain.get(i - 1), key -> new ArrayList<>())
                        .add(new Beside(chain.get(i), 0));
            }
        });
        columns.forEach(Layers::number);
    }

    private void sort() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean right = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<Node> column = columns.get(right ? i : columns.size() - 1 - i);
                Map<Node, Double> centre = new HashMap<>();
                column.forEach(node -> centre.put(node, centre(node, right ? before : after)));
                column.sort(Comparator.<Node>comparingInt(node -> node.lane).thenComparing(centre::get));
                number(column);
            }
        }
    }

    private static double centre(Node node, Map<Node, List<Beside>> beside) {
        return beside.getOrDefault(node, List.of()).stream()
                .mapToDouble(other -> other.node().order + other.lower())
                .average()
                .orElse(node.order);
    }

    private static void number(List<Node> column) {
        column.sort(Comparator.comparingInt(node -> node.lane));
        for (int i = 0; i < column.size(); i++) {
            Node node = column.get(i);
            node.order = (double) node.lane * LANE + i;
        }
    }
}
