// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.workflows.internal.Edge.Point;
import org.sanban.workflows.internal.Graph.Lane;

/**
 * Gives everything its place: columns from left to right, lanes from top to bottom, ways at right angles. Ways turn only
 * between columns; those that lead back run along the lower edge of the lane they start in.
 */
final class Layout {
    static final double HEAD = 30;
    private static final double MARGIN = 16;
    private static final double APART = 12;
    private static final double LEAST_LANE = 110;
    private static final double LEAST_GAP = 30;
    private static final double TRACK = 9;
    private static final double RETURN_PAD = 8;
    /** Odd: the last goes to the right, and a gateway stands beside its task. */
    private static final int SWEEPS = 11;

    /** A neighbour in another column, and how much lower than its line the way leaves it. */
    private record Beside(Node node, double lower) {}

    private final Graph graph;
    private final List<List<Node>> columns;
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Edge, Double> returns = new HashMap<>();
    private double[] lefts;

    private Layout(Graph graph) {
        this.graph = graph;
        this.columns = Layers.of(graph);
    }

    /** Lays a graph out. */
    static Graph place(Graph graph) {
        Layout layout = new Layout(graph);
        layout.lanes();
        layout.rows();
        layout.turns();
        layout.columns();
        layout.ways();
        return graph;
    }

    private void lanes() {
        double top = 0;
        for (int i = 0; i < graph.lanes.size(); i++) {
            int lane = i;
            double things = columns.stream()
                    .mapToDouble(column -> height(in(column, lane)))
                    .max()
                    .orElse(0);
            Lane band = graph.lanes.get(i);
            band.top = top;
            double line = top + Math.max(things + 2 * MARGIN, LEAST_LANE);
            band.height = line - top;
            for (Edge edge : graph.edges) {
                if (edge.back && edge.source.lane == lane) {
                    line += edge.lines().size() * Node.LINE + RETURN_PAD;
                    returns.put(edge, line);
                }
            }
            top = line + (line > band.top + band.height ? MARGIN : 0);
        }
    }

    private double bottom(int lane) {
        return graph.lanes.get(lane).top + graph.lanes.get(lane).height;
    }

    /** Things stand as near to what they are joined with as their neighbours in the column allow. */
    private void rows() {
        Map<Node, List<Beside>> beside = new HashMap<>();
        for (List<Node> column : columns) {
            for (int lane = 0; lane < graph.lanes.size(); lane++) {
                List<Node> stack = in(column, lane);
                double free = bottom(lane) - graph.lanes.get(lane).top - height(stack);
                double y = graph.lanes.get(lane).top + free / 2;
                for (Node node : stack) {
                    node.y = y + node.above;
                    y += node.above + node.below + APART;
                }
            }
        }
        graph.edges.stream().filter(edge -> !edge.back).forEach(edge -> join(edge, beside));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean right = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<Node> column = columns.get(right ? i : columns.size() - 1 - i);
                for (int lane = 0; lane < graph.lanes.size(); lane++) {
                    settle(in(column, lane), lane, right ? -1 : 1, beside);
                }
            }
        }
    }

    private static void join(Edge edge, Map<Node, List<Beside>> beside) {
        List<Node> chain = edge.chain();
        for (int i = 1; i < chain.size(); i++) {
            double lower = i == 1 ? edge.leaves() - edge.source.y : 0;
            beside.computeIfAbsent(chain.get(i), key -> new ArrayList<>()).add(new Beside(chain.get(i - 1), lower));
            beside.computeIfAbsent(chain.get(i - 1), key -> new ArrayList<>()).add(new Beside(chain.get(i), -lower));
        }
    }

    private void settle(List<Node> stack, int lane, int side, Map<Node, List<Beside>> beside) {
        double[] from = new double[stack.size()];
        double[] wanted = new double[stack.size()];
        double edge = graph.lanes.get(lane).top + MARGIN;
        for (int i = 0; i < stack.size(); i++) {
            Node node = stack.get(i);
            wanted[i] = beside.getOrDefault(node, List.of()).stream()
                    .filter(other -> Integer.signum(other.node().layer - node.layer) == side)
                    .mapToDouble(other -> other.node().y + other.lower())
                    .average()
                    .orElse(node.y);
            from[i] = Math.max(wanted[i], edge + node.above);
            edge = from[i] + node.below + APART;
        }
        edge = bottom(lane) - MARGIN;
        for (int i = stack.size() - 1; i >= 0; i--) {
            Node node = stack.get(i);
            node.y = Math.min(from[i], edge - node.below);
            edge = node.y - node.above - APART;
        }
    }

    /** Counts the turns between columns, so that each gap is as wide as it must be. */
    private void turns() {
        for (int i = 0; i <= columns.size(); i++) {
            gaps.add(new Gap());
        }
        for (Edge edge : graph.edges) {
            if (edge.back) {
                gaps.get(edge.source.layer + 1).turn(edge.leaves(), returns.get(edge));
                gaps.get(edge.target.layer).turn(returns.get(edge), edge.target.y);
                continue;
            }
            double y = edge.leaves();
            for (Node node : edge.chain().subList(1, edge.passes.size() + 2)) {
                gaps.get(node.layer).turn(y, node.y);
                y = node.y;
            }
        }
        gaps.forEach(Gap::sort);
    }

    private void columns() {
        double x = 2 * HEAD;
        lefts = new double[columns.size() + 1];
        for (int i = 0; i <= columns.size(); i++) {
            lefts[i] = x;
            x += Math.max(LEAST_GAP, (gaps.get(i).size() + 1) * TRACK + LEAST_GAP / 2);
            if (i < columns.size()) {
                double width = columns.get(i).stream()
                        .mapToDouble(node -> node.width)
                        .max()
                        .orElse(0);
                for (Node node : columns.get(i)) {
                    node.x = x + (width - node.width) / 2;
                }
                x += width;
            }
        }
        double bottom = 0;
        for (int i = 0; i < graph.lanes.size(); i++) {
            Lane lane = graph.lanes.get(i);
            double next = i + 1 < graph.lanes.size() ? graph.lanes.get(i + 1).top : lowest(lane);
            lane.height = next - lane.top;
            bottom = next;
        }
        graph.pool = new Box(0, 0, x, bottom);
    }

    private double lowest(Lane lane) {
        double below =
                returns.values().stream().mapToDouble(y -> y + MARGIN).max().orElse(0);
        return Math.max(lane.top + lane.height, below);
    }

    private void ways() {
        for (Edge edge : graph.edges) {
            leave(edge);
            if (edge.back) {
                double y = returns.get(edge);
                turn(edge, edge.source.layer + 1, edge.leaves(), y);
                double right = edge.points.get(edge.points.size() - 1).x();
                double width = Wrap.widest(edge.lines()) * 12 + 6;
                double height = edge.lines().size() * Node.LINE;
                edge.nameBox = height == 0 ? null : new Box(right - width - 8, y - height - 2, width, height);
                turn(edge, edge.target.layer, y, edge.target.y);
            } else {
                double y = edge.leaves();
                for (Node node : edge.chain().subList(1, edge.passes.size() + 2)) {
                    turn(edge, node.layer, y, node.y);
                    y = node.y;
                }
            }
            edge.points.add(new Point(edge.target.shape().x(), edge.target.y));
        }
    }

    private static void leave(Edge edge) {
        if (edge.timer == null) {
            edge.points.add(new Point(edge.source.shape().right(), edge.source.y));
            return;
        }
        Box circle = edge.timer.shape();
        double centre = circle.x() + circle.width() / 2;
        edge.points.add(new Point(centre, circle.bottom()));
        edge.points.add(new Point(centre, edge.leaves()));
    }

    private void turn(Edge edge, int gap, double from, double to) {
        if (from != to) {
            double x = lefts[gap] + LEAST_GAP / 4 + (gaps.get(gap).take(from, to) + 1) * TRACK;
            edge.points.add(new Point(x, from));
            edge.points.add(new Point(x, to));
        }
    }

    private static List<Node> in(List<Node> column, int lane) {
        return column.stream()
                .filter(node -> node.lane == lane)
                .sorted(Comparator.comparingDouble(node -> node.order))
                .toList();
    }

    private static double height(List<Node> stack) {
        return stack.stream()
                .mapToDouble(node -> node.above + node.below + APART)
                .sum();
    }
}
