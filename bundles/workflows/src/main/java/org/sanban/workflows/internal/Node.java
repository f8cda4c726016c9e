// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.List;

/**
 * A thing that is drawn. It sits on a line at {@link #y}, by which edges reach and leave it, and takes {@code above} and
 * {@code below} of it.
 */
final class Node {
    static final double TASK_HALF = 38;
    static final double EVENT_HALF = 18;
    static final double GATEWAY_HALF = 22;
    static final double LINE = 15;

    /** What it is; the last two only keep room for an edge and its name. */
    enum Kind {
        START,
        TASK,
        GATEWAY,
        END,
        LABEL,
        BEND
    }

    final Kind kind;
    final String id;
    final String title;
    /** The title as it is set. */
    final List<String> name;

    final int lane;
    final double width;
    final double above;
    double below;
    List<String> notes = List.of();
    int layer;
    double order;
    double x;
    double y;

    private Node(
            Kind kind, String id, String title, List<String> name, int lane, double width, double above, double below) {
        this.kind = kind;
        this.id = id;
        this.title = title;
        this.name = name;
        this.lane = lane;
        this.width = width;
        this.above = above;
        this.below = below;
    }

    static Node task(String id, String name, int lane) {
        return new Node(Kind.TASK, id, name, Wrap.lines(name, 8), lane, 128, TASK_HALF, TASK_HALF);
    }

    /** A circle with its name below. */
    static Node event(Kind kind, String id, String name, int lane) {
        List<String> lines = Wrap.lines(name, 6);
        double width = Math.max(2 * EVENT_HALF, Wrap.widest(lines) * 12 + 4);
        return new Node(kind, id, name, lines, lane, width, EVENT_HALF, EVENT_HALF + 4 + lines.size() * LINE);
    }

    static Node gateway(String id, int lane) {
        return new Node(Kind.GATEWAY, id, null, List.of(), lane, 2 * GATEWAY_HALF, GATEWAY_HALF, GATEWAY_HALF);
    }

    /** The name of an edge, above the edge's line. */
    static Node label(String name, int lane) {
        List<String> lines = Wrap.lines(name, 8);
        return new Node(Kind.LABEL, null, name, lines, lane, Wrap.widest(lines) * 12 + 6, lines.size() * LINE + 3, 6);
    }

    static Node bend(int lane) {
        return new Node(Kind.BEND, null, null, List.of(), lane, 0, 7, 7);
    }

    boolean drawn() {
        return kind != Kind.LABEL && kind != Kind.BEND;
    }

    /** The shape without its name. */
    Box shape() {
        double half =
                switch (kind) {
                    case TASK -> TASK_HALF;
                    case GATEWAY -> GATEWAY_HALF;
                    default -> EVENT_HALF;
                };
        double wide = kind == Kind.TASK ? width : 2 * half;
        return new Box(x + (width - wide) / 2, y - half, wide, 2 * half);
    }

    /** Where its name stands, for those that have it beside the shape. */
    Box nameBox() {
        double height = name.size() * LINE;
        return kind == Kind.LABEL
                ? new Box(x, y - above, width, height)
                : new Box(x, y + EVENT_HALF + 4, width, height);
    }
}
