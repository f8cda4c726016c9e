// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.print.Printer;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Notices for publicity boards, printed from the guides in force: {@code /api/v1/board-notices}. */
@Component(service = RestResource.class)
@Path("/")
@Tag(name = "board-notices", description = "政务公开栏 Notices for publicity boards")
public final class NoticeResource implements RestResource {
    private static final String PDF = "application/pdf";

    private final MatterService matters;
    private final Printer printer;
    private final PrintSettings settings;

    @Activate
    public NoticeResource(
            @Reference MatterService matters, @Reference Printer printer, @Reference PrintSettings settings) {
        this.matters = matters;
        this.printer = printer;
        this.settings = settings;
    }

    @Override
    public String path() {
        return "board-notices";
    }

    @GET
    @Path("{matter}")
    @Produces(PDF)
    @Public
    @Operation(
            summary = "公开栏用的办事指南（PDF） The guide in force as a notice",
            description = "与网上公开的是同一份指南，印有版本和二维码；缺少必须公开的要素时拒绝打印。The guide that the web shows,"
                    + " with its version and a QR code; refused while it lacks what must be published.")
    @ApiResponse(
            responseCode = "200",
            description = "公开文书 the notice",
            content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    public Response notice(@PathParam("matter") @Parameter(description = "事项编码 code of the matter") String code)
            throws IOException {
        Matter matter = matters.matter(code);
        String name = matter.code().replaceAll("[^A-Za-z0-9-]", "_") + "-v"
                + matter.guide().version();
        return Response.ok(print(matter), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .build();
    }

    byte[] print(Matter matter) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.pdf(Notice.of(matter, settings::link), pdf);
        return pdf.toByteArray();
    }
}
