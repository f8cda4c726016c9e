// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.InstantSource;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;
import org.sanban.channel.hotline.internal.HotlineSettings;
import org.sanban.channel.hotline.internal.Requests;

/**
 * Open311 GeoReport v2 as it was published: {@code /api/open311/v2}, and its discovery beside it. The format follows the
 * address alone, whatever the caller accepts.
 */
@Component(service = RestResource.class)
@Path("/")
@Public
@Produces(MediaType.WILDCARD)
@Tag(name = "open311", description = "12345 诉求开放接口（Open311 GeoReport v2） Requests to 12345 as Open311 GeoReport v2")
public final class Open311Resource implements RestResource {
    private static final String FORMAT = "{format: xml|json}";
    private static final String LANGUAGE = "Accept-Language";
    private static final String KEY = "本系统提交的诉求给出全文 own requests are told whole";
    private static final String SEVERAL = "多个以逗号分隔 several, parted by commas";

    private final GeoReport report;

    @Activate
    public Open311Resource(
            @Reference HotlineSettings settings,
            @Reference Requests requests,
            @Reference CaseService cases,
            @Reference RegistryService registry) {
        this.report = new GeoReport(settings, requests, cases, registry, InstantSource.system());
    }

    @Override
    public String path() {
        return "open311";
    }

    @Override
    public String address() {
        return path();
    }

    @GET
    @Path("discovery{format: (\\.(xml|json))?}")
    @Operation(summary = "服务发现 Service Discovery")
    @ApiResponse(responseCode = "200", description = "discovery", content = @Content(schema = @Schema(type = "object")))
    public Response discovery(
            @PathParam("format") String format,
            @HeaderParam("Host") @Parameter(hidden = true) String host,
            @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language,
            @Context UriInfo uri) {
        String reached = uri.getBaseUri().getScheme() + "://"
                + (host == null ? uri.getBaseUri().getAuthority() : host);
        return report.discovery(new Answer(format, language), reached).response();
    }

    @GET
    @Path("v2/services." + FORMAT)
    @Operation(summary = "服务清单 GET Service List")
    @ApiResponse(responseCode = "200", description = "services", content = @Content(schema = @Schema(type = "object")))
    public Response services(
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language) {
        return report.services(new Answer(format, language), jurisdiction).response();
    }

    @GET
    @Path("v2/services/{code}." + FORMAT)
    @Operation(summary = "服务定义 GET Service Definition")
    @ApiResponse(
            responseCode = "200",
            description = "service_definition",
            content = @Content(schema = @Schema(type = "object")))
    public Response service(
            @PathParam("code") String code,
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language) {
        return report.service(new Answer(format, language), code, jurisdiction).response();
    }

    @POST
    @Path("v2/requests." + FORMAT)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "提交诉求 POST Service Request")
    @RequestBody(content = @Content(mediaType = "application/x-www-form-urlencoded", schema = @Schema(type = "object")))
    @ApiResponse(
            responseCode = "200",
            description = "service_requests",
            content = @Content(schema = @Schema(type = "object")))
    public Response file(
            @PathParam("format") String format,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String type,
            @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language,
            @Parameter(hidden = true) InputStream body) {
        return report.file(new Answer(format, language), type, body).response();
    }

    @GET
    @Path("v2/requests." + FORMAT)
    @Operation(summary = "查询诉求 GET Service Requests")
    @ApiResponse(
            responseCode = "200",
            description = "service_requests",
            content = @Content(schema = @Schema(type = "object")))
    public Response requests(
            @PathParam("format") String format,
            @QueryParam("service_request_id") @Parameter(description = SEVERAL) String ids,
            @QueryParam("service_code") @Parameter(description = SEVERAL) String codes,
            @QueryParam("start_date") @Parameter(example = "2026-01-01T00:00:00Z") String from,
            @QueryParam("end_date") @Parameter(example = "2026-03-01T00:00:00Z") String to,
            @QueryParam("status") @Parameter(description = "open, closed") String status,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @QueryParam("api_key") @Parameter(description = KEY) String key,
            @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language) {
        Search search = new Search(ids, codes, from, to, status);
        return report.requests(new Answer(format, language), search, jurisdiction, key)
                .response();
    }

    @GET
    @Path("v2/requests/{id}." + FORMAT)
    @Operation(summary = "一条诉求的进展 GET Service Request")
    @ApiResponse(
            responseCode = "200",
            description = "service_requests",
            content = @Content(schema = @Schema(type = "object")))
    public Response request(
            @PathParam("id") String id,
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @QueryParam("api_key") @Parameter(description = KEY) String key,
            @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language) {
        return report.request(new Answer(format, language), id, jurisdiction, key)
                .response();
    }

    @GET
    @Path("v2/tokens/{token}." + FORMAT)
    @Operation(summary = "由令牌查诉求编号 GET service_request_id from a token")
    @ApiResponse(
            responseCode = "200",
            description = "service_requests",
            content = @Content(schema = @Schema(type = "object")))
    public Response token(
            @PathParam("token") String token,
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language) {
        return report.token(new Answer(format, language), token, jurisdiction).response();
    }

    @GET
    @Path("{path: .*}")
    @Operation(hidden = true)
    public Response nothing(
            @PathParam("path") String path, @HeaderParam(LANGUAGE) @Parameter(hidden = true) String language) {
        return report.nothing(new Answer(path, language), path).response();
    }
}
