// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Attachment;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.web.RestResource;

/** Files of cases over REST: {@code /api/v1/attachments}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "attachments", description = "附件 Files of cases")
public final class AttachmentResource implements RestResource {
    private final AttachmentService attachments;

    @Activate
    public AttachmentResource(@Reference AttachmentService attachments) {
        this.attachments = attachments;
    }

    @Override
    public String path() {
        return "attachments";
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "上传附件，随后在材料中引用其 id Store a file, then name its id in a material")
    @ApiResponse(
            responseCode = "201",
            description = "已保存 stored",
            content = @Content(schema = @Schema(implementation = Attachment.class)))
    public Response store(
            InputStream content,
            @QueryParam("name") @Parameter(description = "文件名，仅供显示 its name, for people only") String name,
            @Context Actor actor) {
        Attachment stored = attachments.store(content, name, actor);
        return Response.created(URI.create(stored.id())).entity(stored).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "附件信息 What is known of a file")
    public Attachment get(@PathParam("id") String id, @Context Actor actor) {
        return attachments.attachment(id, actor);
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "下载附件 Download a file")
    @ApiResponse(
            responseCode = "200",
            description = "内容 its content",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    public Response content(@PathParam("id") String id, @Context Actor actor) {
        Attachment found = attachments.attachment(id, actor);
        String name = URLEncoder.encode(found.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(attachments.content(id, actor), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header(HttpHeaders.CONTENT_LENGTH, found.size())
                .build();
    }
}
