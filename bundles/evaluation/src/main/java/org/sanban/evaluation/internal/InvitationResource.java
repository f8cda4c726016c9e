// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Invitations to rate over REST: {@code /api/v1/invitations}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "invitations", description = "评价邀请 Invitations to rate, their links and QR codes")
public final class InvitationResource implements RestResource {
    private static final String SVG = "image/svg+xml";

    private final Invitations invitations;

    @Activate
    public InvitationResource(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String path() {
        return "invitations";
    }

    @GET
    @Operation(summary = "评价邀请列表 Invitations, newest first")
    public Page<Invitations.Invitation> list(
            @QueryParam("number") @Parameter(description = "办件编号 number of a case") String number,
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("open") @Parameter(description = "只看待评价的 only those that wait for a rating") boolean open,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return invitations.list(Given.word(number), Given.word(division), open, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("mine")
    @Public
    @Operation(summary = "申请人按办件编号和手机尾号取得评价链接 Links of a case for its applicant")
    public List<Invitations.Link> mine(
            @QueryParam("number") String number,
            @QueryParam("phone") @Parameter(description = "电话后四位 last four digits of the phone") String phone,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return invitations.mine(number, phone, Query.reached(uri, headers));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/link")
    @Operation(summary = "评价链接 The link that a citizen follows")
    public Invitations.Link link(
            @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers, @Context Actor actor) {
        return invitations.link(id, Query.reached(uri, headers), actor);
    }

    @GET
    @Path("{id: [0-9]{1,18}}/qr")
    @Produces(SVG)
    @Operation(summary = "评价二维码 The link as a QR code")
    @ApiResponse(
            responseCode = "200",
            description = "SVG",
            content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
    public Response qr(
            @PathParam("id") long id, @Context UriInfo uri, @Context HttpHeaders headers, @Context Actor actor) {
        String link = invitations.link(id, Query.reached(uri, headers), actor).link();
        return Response.ok(QrImage.svg(link), SVG + ";charset=utf-8")
                .header("Cache-Control", "no-store")
                .build();
    }
}
