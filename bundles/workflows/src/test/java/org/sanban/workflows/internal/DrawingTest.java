// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Workflow;
import org.sanban.mode.window.internal.WindowMode;
import org.w3c.dom.Document;

class DrawingTest {
    @Test
    void everyDrawingIsWellFormed() {
        Drafts.all().forEach(workflow -> {
            Document svg = read(workflow);
            assertEquals("svg", svg.getDocumentElement().getLocalName());
            String box = svg.getDocumentElement().getAttribute("viewBox");
            assertTrue(box.matches("0 0 [0-9]+ [0-9]+"), box);
        });
    }

    @Test
    void everyStageAndStepOfTheWindowModeIsNamed() {
        Workflow workflow = new WindowMode().workflow();
        String text = read(workflow).getDocumentElement().getTextContent().replaceAll("\\s", "");
        Stream.concat(
                        workflow.stages().stream().map(stage -> stage.name().zh()),
                        workflow.steps().stream().map(step -> step.name().zh()))
                .forEach(name -> assertTrue(text.contains(name), name + " in " + text));
        assertTrue(text.contains("就近办（窗口办理）（第1版）"), text);
        assertTrue(text.contains("环节说明"), text);
    }

    @Test
    void linesAreWrappedAtWordsAndNeverBeginWithAComma() {
        assertEquals(List.of("一二三四，", "五六"), Wrap.lines("一二三四，五六", 4));
        assertEquals(List.of("hand", "over now"), Wrap.lines("hand over now", 5));
        assertEquals(List.of(), Wrap.lines(" ", 5));
    }

    private static Document read(Workflow workflow) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Drafts.drawing(workflow)));
        } catch (Exception e) {
            throw new AssertionError(workflow.toString(), e);
        }
    }
}
