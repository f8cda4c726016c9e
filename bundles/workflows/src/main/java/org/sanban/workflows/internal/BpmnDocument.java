// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sanban.api.cases.Limit;
import org.sanban.workflows.internal.Edge.Point;
import org.sanban.workflows.internal.Graph.Lane;

/** A graph as BPMN 2.0 (ISO/IEC 19510): one pool with the process, its lanes, and the diagram. */
final class BpmnDocument {
    private static final String OMG = "http://www.omg.org/spec/";
    private static final String PROCESS = "Process";
    private static final String POOL = "Pool";
    private static final double OFFSET = 40;

    private final Graph graph;
    private final Xml xml;

    private BpmnDocument(Graph graph, Xml xml) {
        this.graph = graph;
        this.xml = xml;
    }

    static void write(Graph graph, OutputStream out) throws IOException {
        try (Xml xml = new Xml(out)) {
            new BpmnDocument(graph, xml).write();
        }
    }

    private void write() throws IOException {
        String title = Notes.title(graph.workflow);
        xml.open(
                "bpmn:definitions",
                "xmlns:bpmn",
                OMG + "BPMN/20100524/MODEL",
                "xmlns:bpmndi",
                OMG + "BPMN/20100524/DI",
                "xmlns:dc",
                OMG + "DD/20100524/DC",
                "xmlns:di",
                OMG + "DD/20100524/DI",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "id",
                "Definitions",
                "name",
                title,
                "targetNamespace",
                "urn:sanban:workflow",
                "exporter",
                "Sanban");
        xml.open("bpmn:collaboration", "id", "Collaboration");
        xml.empty("bpmn:participant", "id", POOL, "name", title, "processRef", PROCESS)
                .close(1);
        process(title);
        diagram();
        xml.close(1);
    }

    private void process(String title) throws IOException {
        xml.open("bpmn:process", "id", PROCESS, "name", title, "isExecutable", "false");
        xml.open("bpmn:laneSet", "id", "Lanes");
        for (int i = 0; i < graph.lanes.size(); i++) {
            lane(graph.lanes.get(i), i);
        }
        xml.close(1);
        for (Node node : graph.drawn()) {
            xml.open(element(node), "id", node.id, "name", node.title);
            said(node.notes);
            flows(node.id);
            xml.close(1);
        }
        for (Timer timer : graph.timers) {
            timer(timer);
        }
        for (Edge edge : graph.edges) {
            xml.open(
                    "bpmn:sequenceFlow",
                    "id",
                    edge.id,
                    "name",
                    edge.name.isEmpty() ? null : edge.name,
                    "sourceRef",
                    edge.sourceId(),
                    "targetRef",
                    edge.target.id);
            said(edge.notes);
            xml.close(1);
        }
        xml.close(1);
    }

    private void lane(Lane lane, int number) throws IOException {
        xml.open("bpmn:lane", "id", lane.id, "name", lane.name);
        for (Node node : graph.drawn()) {
            if (node.lane == number) {
                xml.text("bpmn:flowNodeRef", node.id);
            }
        }
        for (Timer timer : graph.timers) {
            if (timer.host().lane == number) {
                xml.text("bpmn:flowNodeRef", timer.id());
            }
        }
        xml.close(1);
    }

    private void timer(Timer timer) throws IOException {
        xml.open(
                "bpmn:boundaryEvent",
                "id",
                timer.id(),
                "name",
                timer.name(),
                "attachedToRef",
                timer.host().id,
                "cancelActivity",
                Boolean.toString(timer.leaves()));
        said(timer.notes());
        flows(timer.id());
        xml.open("bpmn:timerEventDefinition", "id", timer.id() + "_definition");
        if (timer.limit() != null) {
            xml.text("bpmn:timeDuration", duration(timer.limit()), "xsi:type", "bpmn:tFormalExpression");
        }
        xml.close(2);
    }

    /** ISO 8601; working days as days, since it knows no calendar. */
    private static String duration(Limit limit) {
        return limit.unit() == Limit.Unit.HOURS ? "PT" + limit.amount() + "H" : "P" + limit.amount() + "D";
    }

    private void said(List<String> notes) throws IOException {
        if (!notes.isEmpty()) {
            xml.text("bpmn:documentation", String.join("\n", notes));
        }
    }

    private void flows(String id) throws IOException {
        for (Edge edge : graph.edges) {
            if (edge.target.id.equals(id)) {
                xml.text("bpmn:incoming", edge.id);
            }
        }
        for (Edge edge : graph.edges) {
            if (edge.sourceId().equals(id)) {
                xml.text("bpmn:outgoing", edge.id);
            }
        }
    }

    private static String element(Node node) {
        return switch (node.kind) {
            case START -> "bpmn:startEvent";
            case TASK -> "bpmn:userTask";
            case GATEWAY -> "bpmn:exclusiveGateway";
            case END -> "bpmn:endEvent";
            case LABEL, BEND -> throw new IllegalArgumentException("not drawn: " + node.kind);
        };
    }

    private void diagram() throws IOException {
        xml.open("bpmndi:BPMNDiagram", "id", "Diagram");
        xml.open("bpmndi:BPMNPlane", "id", "Plane", "bpmnElement", "Collaboration");
        shape(POOL, graph.pool, null, true);
        for (Lane lane : graph.lanes) {
            Box box = new Box(Layout.HEAD, lane.top, graph.pool.width() - Layout.HEAD, lane.height);
            shape(lane.id, box, null, true);
        }
        for (Node node : graph.drawn()) {
            boolean named = node.kind == Node.Kind.START || node.kind == Node.Kind.END;
            shape(node.id, node.shape(), named ? node.nameBox() : null, null);
        }
        for (Timer timer : graph.timers) {
            shape(timer.id(), timer.shape(), null, null);
        }
        for (Edge edge : graph.edges) {
            xml.open("bpmndi:BPMNEdge", "id", edge.id + "_di", "bpmnElement", edge.id);
            for (Point point : edge.points) {
                xml.empty("di:waypoint", "x", point.x() + OFFSET, "y", point.y() + OFFSET);
            }
            label(edge.name());
            xml.close(1);
        }
        xml.close(2);
    }

    private void shape(String id, Box box, Box name, Boolean horizontal) throws IOException {
        xml.open("bpmndi:BPMNShape", "id", id + "_di", "bpmnElement", id, "isHorizontal", horizontal);
        bounds(box);
        label(name);
        xml.close(1);
    }

    private void label(Box box) throws IOException {
        if (box != null) {
            xml.open("bpmndi:BPMNLabel");
            bounds(box);
            xml.close(1);
        }
    }

    private void bounds(Box box) throws IOException {
        xml.empty(
                "dc:Bounds",
                "x",
                box.x() + OFFSET,
                "y",
                box.y() + OFFSET,
                "width",
                box.width(),
                "height",
                box.height());
    }
}
