// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.documents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Rule documents over REST: {@code /api/v1/documents}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "documents", description = "制度文件 Published rule documents")
public final class DocumentResource implements RestResource {
    private static final Texts TEXTS = Texts.of(DocumentResource.class);

    private final Documents documents;

    @Activate
    public DocumentResource(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public String path() {
        return "documents";
    }

    /** A document to be published; division and code stand in the path. */
    @Schema(name = "RuleDocumentInput", description = "要发布的制度文件 A document to be published")
    public record RuleDocumentInput(
            @Schema(description = "标题 title", example = "平利县政务服务中心“上门办”服务制度") String title,
            @Schema(description = "文号 document number") String number,
            @Schema(description = "制发单位 who issued it", example = "县审批局") String issuer,
            @Schema(description = "何种服务的制度：服务方式或其他 what it is the rule of: a mode, or another word", example = "onsite")
                    String about,
            @Schema(description = "来源 where it comes from") String source,
            @Schema(description = "是否示例 whether it is a sample") boolean sample,
            @Schema(description = "已上传的附件编号 id of the file, stored in /attachments before") String attachment) {
        Documents.Wanted wanted() {
            return new Documents.Wanted(title, number, issuer, about, source, sample, attachment);
        }
    }

    @GET
    @Public
    @Operation(summary = "某地现行的制度文件 What is in force in a division: its own, and those of the divisions above")
    public Page<RuleDocument> find(
            @QueryParam("division") @Parameter(description = "行政区划 division", example = "610926000000", required = true)
                    String division,
            @QueryParam("about") @Parameter(description = "只看此种服务的 only those about this", example = "onsite")
                    String about,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return documents.inForce(
                division, about == null || about.isBlank() ? null : about, new PageRequest(after, limit));
    }

    @GET
    @Path("{division}/{code}")
    @Public
    @Operation(summary = "最新版 The newest version")
    public RuleDocument get(@PathParam("division") String division, @PathParam("code") String code) {
        return documents.newest(division, code);
    }

    @GET
    @Path("{division}/{code}/versions/{version: [0-9]{1,9}}")
    @Public
    @Operation(summary = "某一版 One version")
    public RuleDocument version(
            @PathParam("division") String division, @PathParam("code") String code, @PathParam("version") int version) {
        return documents.version(division, code, version);
    }

    @GET
    @Path("{division}/{code}/versions/{version: [0-9]{1,9}}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Public
    @Operation(summary = "下载 The file of a version")
    @ApiResponse(
            responseCode = "200",
            description = "内容 its content",
            content = @Content(schema = @Schema(type = "string", format = "binary")))
    public Response file(
            @PathParam("division") String division, @PathParam("code") String code, @PathParam("version") int version) {
        RuleDocument found = documents.version(division, code, version);
        String name =
                URLEncoder.encode(found.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(documents.file(division, code, version), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header(HttpHeaders.CONTENT_LENGTH, found.size())
                .build();
    }

    @PUT
    @Path("{division}/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "发布新版 Publish a document as its next version")
    public RuleDocument publish(
            @PathParam("division") @Parameter(example = "610926000000") String division,
            @PathParam("code") @Parameter(example = "onsite-service") String code,
            RuleDocumentInput input,
            @Context Actor actor) {
        if (input == null) {
            throw Problem.invalid("", TEXTS.get("body"));
        }
        return documents.publish(division, code, input.wanted(), actor);
    }

    @POST
    @Path("{division}/{code}/withdrawal")
    @Operation(summary = "撤回 Withdraw the version in force")
    public RuleDocument withdraw(
            @PathParam("division") String division, @PathParam("code") String code, @Context Actor actor) {
        return documents.withdraw(division, code, actor);
    }
}
