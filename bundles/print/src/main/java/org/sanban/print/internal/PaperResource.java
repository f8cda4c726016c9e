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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.identity.Actor;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Printer;
import org.sanban.api.problem.Text;
import org.sanban.api.web.RestResource;

/** Papers printed from cases: {@code /api/v1/papers}. */
@Component(service = RestResource.class)
@Path("/")
@Tag(name = "papers", description = "打印文书 Papers printed from cases")
public final class PaperResource implements RestResource {
    private static final String PDF = "application/pdf";

    private final CaseService cases;
    private final Papers papers;
    private final Printer printer;

    @Activate
    public PaperResource(@Reference CaseService cases, @Reference Papers papers, @Reference Printer printer) {
        this.cases = cases;
        this.papers = papers;
        this.printer = printer;
    }

    @Override
    public String path() {
        return "papers";
    }

    /** A paper that can be printed from a case. */
    @Schema(name = "PaperName", description = "可打印的文书 A paper that can be printed")
    public record PaperName(@Schema(description = "文书标识 key of the paper", example = "receipt") String id, Text name) {}

    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "办件现在可打印的文书 Papers that can be printed from the case as it is")
    public List<PaperName> papers(@PathParam("number") String number, @Context Actor actor) {
        return papers.of(cases.get(number, actor)).stream()
                .map(form -> new PaperName(form.id(), form.name()))
                .toList();
    }

    @GET
    @Path("{number}/{form}")
    @Produces(PDF)
    @Operation(summary = "打印文书（PDF） A paper as PDF")
    @ApiResponse(
            responseCode = "200",
            description = "文书 the paper",
            content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    public Response paper(
            @PathParam("number") String number,
            @PathParam("form") @Parameter(description = "文书标识 key of the paper") String form,
            @Context Actor actor)
            throws IOException {
        Pdf pdf = print(number, form, actor);
        return Response.ok(pdf.content(), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, pdf.disposition())
                .build();
    }

    /** A paper that is printed, with how a browser is to take it. */
    record Pdf(byte[] content, String disposition) {}

    Pdf print(String number, String form, Actor actor) throws IOException {
        Case c = cases.get(number, actor);
        PaperForm paper = papers.of(c, form);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.pdf(paper.fill(c), pdf);
        return new Pdf(pdf.toByteArray(), "inline; " + names(c, paper));
    }

    /** A plain name for every browser, and the Chinese one for those that know RFC 6266. */
    private static String names(Case c, PaperForm paper) {
        String plain = (c.number() + "-" + paper.id()).replaceAll("[^A-Za-z0-9-]", "_");
        String chinese = URLEncoder.encode(c.number() + "-" + paper.name().zh(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "filename=\"" + plain + ".pdf\"; filename*=UTF-8''" + chinese + ".pdf";
    }
}
