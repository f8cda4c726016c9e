// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sanban.api.cases.Workflow;
import org.sanban.mode.onsite.internal.OnsiteMode;
import org.sanban.mode.proxy.internal.ProxyMode;
import org.sanban.mode.window.internal.WindowMode;

/** Workflows as they are written. Each is also left in {@code target/drafts} to be looked at. */
final class Drafts {
    private Drafts() {}

    static Stream<Workflow> all() {
        return Stream.of(
                        Stream.of(
                                new WindowMode().workflow(),
                                new ProxyMode(null, null).workflow(),
                                new OnsiteMode(null, null, settings()).workflow()),
                        Stream.of(Odd.chain(9)),
                        IntStream.range(0, 60).mapToObj(Odd::any))
                .flatMap(workflows -> workflows);
    }

    /** As they are when nothing is set. */
    private static OnsiteMode.Config settings() {
        return (OnsiteMode.Config) Proxy.newProxyInstance(
                OnsiteMode.Config.class.getClassLoader(),
                new Class<?>[] {OnsiteMode.Config.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }

    static byte[] bpmn(Workflow workflow) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new WorkflowDrafts().bpmn(workflow, out);
            return keep(workflow, ".bpmn", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] drawing(Workflow workflow) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new WorkflowDrafts().drawing(workflow, out);
            return keep(workflow, ".svg", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Graph laidOut(Workflow workflow) {
        return Layout.place(GraphBuilder.build(workflow));
    }

    /** Everything that takes room and may not lie on something else. */
    static List<Box> boxes(Graph graph) {
        return Stream.of(
                        graph.drawn().stream().map(Node::shape),
                        graph.drawn().stream()
                                .filter(node -> node.kind == Node.Kind.START || node.kind == Node.Kind.END)
                                .map(Node::nameBox),
                        graph.nodes.stream()
                                .filter(node -> node.kind == Node.Kind.LABEL)
                                .map(Node::nameBox))
                .flatMap(boxes -> boxes)
                .toList();
    }

    private static byte[] keep(Workflow workflow, String ending, byte[] content) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "drafts"));
        return Files.readAllBytes(
                Files.write(folder.resolve(workflow.mode() + "-" + workflow.version() + ending), content));
    }
}
