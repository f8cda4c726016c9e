// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.workflows;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.cases.Workflow;

/** Writes a workflow for other tools and for people. Names are Chinese, as staff reads them. */
@ProviderType
public interface WorkflowWriter {
    /**
     * As BPMN 2.0 XML (UTF-8) with its diagram: a lane for each role that holds cases, a user task for each stage.
     *
     * @param out is not closed
     */
    void bpmn(Workflow workflow, OutputStream out) throws IOException;

    /**
     * As a drawing, SVG (UTF-8): the same layout, and what there is to say about each stage below it.
     *
     * @param out is not closed
     */
    void drawing(Workflow workflow, OutputStream out) throws IOException;
}
