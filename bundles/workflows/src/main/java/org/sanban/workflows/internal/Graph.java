// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.util.ArrayList;
import java.util.List;
import org.sanban.api.cases.Workflow;

/** A workflow as it is drawn: lanes, things, ways; with their places once they are laid out. */
final class Graph {
    /** A role that holds cases, a band from left to right. */
    static final class Lane {
        final String id;
        final String name;
        double top;
        double height;

        Lane(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    final Workflow workflow;
    final List<Lane> lanes = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    final List<Timer> timers = new ArrayList<>();
    final List<Edge> edges = new ArrayList<>();
    /** The whole drawing, from 0, 0. */
    Box pool;

    Graph(Workflow workflow) {
        this.workflow = workflow;
    }

    /** The things that are shapes, not room for names. */
    List<Node> drawn() {
        return nodes.stream().filter(Node::drawn).toList();
    }
}
