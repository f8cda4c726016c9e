// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.mode.window.internal.WindowMode;
import org.sanban.workflows.internal.Edge.Point;

class LayoutTest {
    @Test
    void nothingLiesOnAnythingElse() {
        Drafts.all().map(Drafts::laidOut).forEach(graph -> {
            List<Box> boxes = Drafts.boxes(graph);
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(boxes.get(i).overlaps(boxes.get(j)), graph.workflow + ": " + boxes.get(i));
                }
            }
        });
    }

    @Test
    void everythingStandsInItsLane() {
        Drafts.all()
                .map(Drafts::laidOut)
                .forEach(graph -> graph.nodes.forEach(node -> {
                    Graph.Lane lane = graph.lanes.get(node.lane);
                    assertTrue(node.y - node.above >= lane.top, graph.workflow + " above its lane");
                    assertTrue(node.y + node.below <= lane.top + lane.height, graph.workflow + " below its lane");
                }));
    }

    @Test
    void noWayRunsThroughAShape() {
        Drafts.all()
                .map(Drafts::laidOut)
                .forEach(graph -> graph.edges.forEach(edge -> {
                    for (Node node : graph.drawn()) {
                        if (node != edge.source && node != edge.target) {
                            assertFalse(crosses(edge, node.shape()), graph.workflow + ": " + edge.id + " " + node.id);
                        }
                    }
                }));
    }

    @Test
    void waysTurnAtRightAnglesAndEndAtTheirTarget() {
        Drafts.all()
                .map(Drafts::laidOut)
                .forEach(graph -> graph.edges.forEach(edge -> {
                    for (int i = 1; i < edge.points.size(); i++) {
                        Point from = edge.points.get(i - 1);
                        Point to = edge.points.get(i);
                        assertTrue(from.x() == to.x() || from.y() == to.y(), graph.workflow + ": " + edge.id);
                    }
                    assertEquals(
                            edge.target.shape().x(),
                            edge.points.get(edge.points.size() - 1).x());
                }));
    }

    @Test
    void theUsualWayGoesToTheRight() {
        Graph graph = Drafts.laidOut(new WindowMode().workflow());
        assertTrue(x(graph, "Task_submitted") < x(graph, "Task_accepted"));
        assertTrue(x(graph, "Task_accepted") < x(graph, "Task_decided"));
        assertTrue(x(graph, "Task_decided") < x(graph, "End_delivered"));
        assertEquals(
                List.of("特别程序结束（恢复计时）", "补交材料"),
                graph.edges.stream()
                        .filter(edge -> edge.back)
                        .map(edge -> edge.name)
                        .sorted()
                        .toList());
    }

    private static double x(Graph graph, String id) {
        return graph.nodes.stream()
                .filter(node -> id.equals(node.id))
                .findFirst()
                .orElseThrow()
                .x;
    }

    private static boolean crosses(Edge edge, Box shape) {
        for (int i = 1; i < edge.points.size(); i++) {
            Point a = edge.points.get(i - 1);
            Point b = edge.points.get(i);
            Box line = new Box(
                    Math.min(a.x(), b.x()),
                    Math.min(a.y(), b.y()),
                    Math.abs(a.x() - b.x()) + 0.1,
                    Math.abs(a.y() - b.y()) + 0.1);
            if (line.overlaps(shape)) {
                return true;
            }
        }
        return false;
    }
}
