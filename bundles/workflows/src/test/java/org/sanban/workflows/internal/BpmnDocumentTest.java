// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Limit;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Step.Effect;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Text;
import org.sanban.mode.window.internal.WindowMode;

class BpmnDocumentTest {
    @Test
    void everyWorkflowIsValidBpmn() {
        Drafts.all().forEach(workflow -> Bpmn.validateModel(read(workflow)));
    }

    @Test
    void theReaderRefusesWhatIsNotValid() {
        String bpmn = new String(Drafts.bpmn(new WindowMode().workflow()), StandardCharsets.UTF_8);
        String wrong = bpmn.replace("sourceRef=\"Start_submit\"", "from=\"Start_submit\"");
        assertThrows(
                ModelParseException.class,
                () -> Bpmn.readModelFromStream(new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void everythingIsInTheDiagram() {
        Drafts.all().forEach(workflow -> {
            BpmnModelInstance model = read(workflow);
            List<String> drawn = new ArrayList<>();
            for (BpmnShape shape : all(model, BpmnShape.class)) {
                drawn.add(shape.getBpmnElement().getId());
                assertTrue(shape.getBounds().getWidth() > 0 && shape.getBounds().getX() >= 0);
            }
            for (BpmnEdge edge : all(model, BpmnEdge.class)) {
                drawn.add(edge.getBpmnElement().getId());
                assertTrue(edge.getWaypoints().size() >= 2);
            }
            for (FlowNode node : all(model, FlowNode.class)) {
                assertTrue(drawn.contains(node.getId()), node.getId());
            }
            for (SequenceFlow flow : all(model, SequenceFlow.class)) {
                assertTrue(drawn.contains(flow.getId()), flow.getId());
            }
            assertEquals(drawn.size(), new TreeSet<>(drawn).size(), "drawn twice: " + drawn);
        });
    }

    @Test
    void theWindowModeIsReadAsItWasWritten() {
        BpmnModelInstance model = read(new WindowMode().workflow());
        assertEquals(Set.of("已提交", "待补正", "已受理", "特别程序中", "已决定，待送达"), names(all(model, UserTask.class)));
        assertEquals(Set.of("已送达", "不予受理", "已撤回"), names(all(model, EndEvent.class)));
        assertEquals(
                Set.of("窗口人员", "申请人", "审批人员"),
                all(model, Lane.class).stream().map(Lane::getName).collect(Collectors.toSet()));
        assertEquals(1, all(model, StartEvent.class).size());
        assertEquals(4, all(model, ExclusiveGateway.class).size(), "only decided has one way out");
        UserTask submitted = all(model, UserTask.class).stream()
                .filter(task -> task.getName().equals("已提交"))
                .findFirst()
                .orElseThrow();
        String said = documentation(submitted.getDocumentations());
        assertTrue(said.contains("由窗口人员持有") && said.contains("本环节内还可：补交材料、转办、原件收退、备注"), said);
        SequenceFlow decide = flow(model, "审批决定");
        assertEquals("已受理", ((UserTask) decide.getSource().getPreviousNodes().singleResult()).getName());
        assertEquals("已决定，待送达", decide.getTarget().getName());
        assertTrue(documentation(decide.getDocumentations()).contains("由审批人员办理；须填：决定、理由、办理结果"));
    }

    @Test
    void aLimitThatIsOverIsATimerOnTheTask() {
        Workflow workflow = timed();
        BpmnModelInstance model = read(workflow);
        Collection<BoundaryEvent> timers = all(model, BoundaryEvent.class);
        assertEquals(Set.of("超时退回", "升级督办"), names(timers));
        for (BoundaryEvent timer : timers) {
            boolean leaves = timer.getName().equals("超时退回");
            assertEquals(leaves, timer.cancelActivity());
            assertEquals("协同办理", timer.getAttachedTo().getName());
            assertEquals(1, timer.getOutgoing().size());
            String said = documentation(timer.getDocumentations());
            assertTrue(said.contains("3 个工作日") && said.contains("示例依据"), said);
        }
        for (TimeDuration duration : all(model, TimeDuration.class)) {
            assertEquals("P3D", duration.getTextContent());
        }
        UserTask task = all(model, UserTask.class).iterator().next();
        String said = documentation(task.getDocumentations());
        assertTrue(said.contains("分出几部分") && said.contains("3 个工作日（依据：示例依据）"), said);
        assertTrue(documentation(flow(model, "汇总").getDocumentations()).contains("各部分须已全部办结"));
        assertFalse(
                all(model, ExclusiveGateway.class).iterator().hasNext(), "one way besides the timer needs no gateway");
    }

    private static Workflow timed() {
        Limit limit = new Limit(3, Limit.Unit.WORKING_DAYS, "示例依据");
        List<Stage> stages = List.of(
                new Stage("joint", Text.of("协同办理"), Status.OPEN, Clock.RUNNING, "officer", limit),
                new Stage("done", Text.of("已办结"), Status.DONE, Clock.ENDED, null, null),
                new Stage("returned", Text.of("已退回"), Status.TERMINATED, Clock.ENDED, null, null));
        List<Step> steps = List.of(
                Odd.step("open", "分办", "joint", null, Set.of(Effect.OPENS_PARTS)),
                Odd.step("join", "汇总", "joint", "done", Set.of(Effect.JOINS)),
                Odd.step("late", "超时退回", "joint", "returned", Set.of(Effect.OVERDUE)),
                Odd.step("escalate", "升级督办", "joint", null, Set.of(Effect.OVERDUE)));
        return new Workflow("timed", 1, Text.of("并联（示例）"), "joint", Set.of("clerk"), List.of(), stages, steps);
    }

    private static BpmnModelInstance read(Workflow workflow) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(Drafts.bpmn(workflow)));
        assertNotNull(model);
        return model;
    }

    private static SequenceFlow flow(BpmnModelInstance model, String name) {
        return all(model, SequenceFlow.class).stream()
                .filter(flow -> name.equals(flow.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends ModelElementInstance> Collection<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type);
    }

    private static Set<String> names(Collection<? extends FlowNode> nodes) {
        return nodes.stream().map(FlowNode::getName).collect(Collectors.toSet());
    }

    private static String documentation(Collection<Documentation> said) {
        return said.stream().map(Documentation::getTextContent).collect(Collectors.joining());
    }
}
