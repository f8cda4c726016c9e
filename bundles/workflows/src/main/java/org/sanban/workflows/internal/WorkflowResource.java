// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Text;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;
import org.sanban.api.workflows.WorkflowWriter;

/** Workflows as BPMN and as drawings: {@code /api/v1/workflows}. */
@Component(service = RestResource.class)
@Path("/")
@Public
@Tag(name = "workflows", description = "流程图 Workflows as BPMN and as drawings")
public final class WorkflowResource implements RestResource {
    private static final String SVG = "image/svg+xml";

    private final CaseService cases;
    private final WorkflowWriter writer;

    @Activate
    public WorkflowResource(@Reference CaseService cases, @Reference WorkflowWriter writer) {
        this.cases = cases;
        this.writer = writer;
    }

    @Override
    public String path() {
        return "workflows";
    }

    /** A workflow that can be fetched. */
    @Schema(name = "WorkflowLine", description = "流程 A workflow that can be fetched")
    public record WorkflowLine(
            @Schema(description = "服务方式 id of the service mode", example = "window") String mode,
            int version,
            Text name) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "已安装的服务方式的流程 Workflows of the installed modes")
    public List<WorkflowLine> workflows() {
        return cases.modes().stream().map(WorkflowResource::line).toList();
    }

    @GET
    @Path("{mode}/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "某一版本的流程 A workflow by version")
    public WorkflowLine workflow(@PathParam("mode") String mode, @PathParam("version") int version) {
        return line(cases.workflow(mode, version));
    }

    @GET
    @Path("{mode}/{version}/bpmn")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "BPMN 2.0 文件 As BPMN 2.0 XML")
    @ApiResponse(
            responseCode = "200",
            description = "BPMN 2.0",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = "string")))
    public Response bpmn(@PathParam("mode") String mode, @PathParam("version") int version) throws IOException {
        Workflow workflow = cases.workflow(mode, version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.bpmn(workflow, out);
        return Response.ok(out.toByteArray(), MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file(workflow) + ".bpmn\"")
                .build();
    }

    @GET
    @Path("{mode}/{version}/drawing")
    @Produces(SVG)
    @Operation(summary = "流程图（SVG） As a drawing")
    @ApiResponse(
            responseCode = "200",
            description = "SVG",
            content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
    public Response drawing(@PathParam("mode") String mode, @PathParam("version") int version) throws IOException {
        Workflow workflow = cases.workflow(mode, version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.drawing(workflow, out);
        return Response.ok(out.toByteArray(), SVG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file(workflow) + ".svg\"")
                .build();
    }

    private static WorkflowLine line(Workflow workflow) {
        return new WorkflowLine(workflow.mode(), workflow.version(), workflow.name());
    }

    private static String file(Workflow workflow) {
        return workflow.mode().replaceAll("[^A-Za-z0-9-]", "_") + "-" + workflow.version();
    }
}
