// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Component;
import org.sanban.api.cases.Workflow;
import org.sanban.api.workflows.WorkflowWriter;

/** Writes workflows; both forms have the same layout. */
@Component(service = WorkflowWriter.class)
public final class WorkflowDrafts implements WorkflowWriter {
    @Override
    public void bpmn(Workflow workflow, OutputStream out) throws IOException {
        BpmnDocument.write(Layout.place(GraphBuilder.build(workflow)), out);
    }

    @Override
    public void drawing(Workflow workflow, OutputStream out) throws IOException {
        Drawing.write(Layout.place(GraphBuilder.build(workflow)), out);
    }
}
