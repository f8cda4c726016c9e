// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.List;

/** A way from one thing to another, named by the steps that go it. */
final class Edge {
    /** A corner of its line. */
    record Point(double x, double y) {}

    final String id;
    final Node source;
    /** Where it starts when it does not start at {@link #source} itself, else {@code null}. */
    final Timer timer;

    final Node target;
    final String name;
    final List<String> notes;
    /** What it passes on its way: its name, and bends where it passes by other things. */
    final List<Node> passes = new ArrayList<>();

    final List<Point> points = new ArrayList<>();
    /** Whether it leads back to where a case has been. */
    boolean back;
    /** Where the name of one that leads back stands. */
    Box nameBox;

    Edge(String id, Node source, Timer timer, Node target, String name, List<String> notes) {
        this.id = id;
        this.source = source;
        this.timer = timer;
        this.target = target;
        this.name = name;
        this.notes = notes;
    }

    String sourceId() {
        return timer == null ? source.id : timer.id();
    }

    /** The line on which it leaves. */
    double leaves() {
        return timer == null ? source.y : timer.y();
    }

    /** All it touches, from source to target. */
    List<Node> chain() {
        List<Node> chain = new ArrayList<>();
        chain.add(source);
        chain.addAll(passes);
        chain.add(target);
        return chain;
    }

    /** Its name in lines, empty for none. */
    List<String> lines() {
        return passes.stream()
                .filter(node -> node.kind == Node.Kind.LABEL)
                .findFirst()
                .map(node -> node.name)
                .orElseGet(() -> name.isEmpty() ? List.of() : Wrap.lines(name, 12));
    }

    /** Where its name stands, {@code null} for none. */
    Box name() {
        return passes.stream()
                .filter(node -> node.kind == Node.Kind.LABEL)
                .findFirst()
                .map(Node::nameBox)
                .orElse(nameBox);
    }
}
