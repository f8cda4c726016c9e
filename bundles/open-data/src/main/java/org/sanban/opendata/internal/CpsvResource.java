// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.MatterType;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/**
 * Published matters as CPSV-AP 3.2 in JSON-LD: {@code /api/cpsv}. Each answer carries the part of the official context
 * that it needs, so that nothing has to be fetched to read it.
 */
@Component(service = RestResource.class)
@Path("/")
@Produces(CpsvResource.JSON_LD)
@Public
@Tag(name = "cpsv", description = "公共服务（CPSV-AP 3.2） Public services as CPSV-AP 3.2, JSON-LD")
public final class CpsvResource implements RestResource {
    static final String JSON_LD = "application/ld+json";

    private final Directory directory;
    private final MatterService matters;
    private final OpenDataSettings settings;
    private final Object context;

    @Activate
    public CpsvResource(
            @Reference Directory directory, @Reference MatterService matters, @Reference OpenDataSettings settings)
            throws IOException {
        this.directory = directory;
        this.matters = matters;
        this.settings = settings;
        try (InputStream file = CpsvResource.class.getResourceAsStream("cpsv-context.json")) {
            context = new ObjectMapper().readValue(file, Map.class).get("@context");
        }
    }

    @Override
    public String path() {
        return "cpsv";
    }

    @Override
    public String address() {
        return path();
    }

    @GET
    @Path("services")
    @Operation(
            summary = "现行事项 Matters in force by code",
            description = "下一页见 Link 头 The next page stands in the Link header.")
    @ApiResponse(
            responseCode = "200",
            description = "JSON-LD",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = "object")))
    public Response services(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context UriInfo uri) {
        Listing listing = list(after, limit, uri);
        Response.ResponseBuilder answer = Response.ok(listing.document(), JSON_LD);
        if (listing.next() != null) {
            answer.header("Link", listing.next());
        }
        return answer.build();
    }

    /** A page with the header that leads to the next, {@code null} for none. */
    record Listing(Map<String, Object> document, String next) {}

    Listing list(String after, int limit, UriInfo uri) {
        Page<Matter> page = matters.find(new MatterQuery(null, null, null, null, true), new PageRequest(after, limit));
        CpsvMapping mapping = mapping(uri);
        String next = page.next() == null
                ? null
                : "</api/cpsv/services?limit=" + limit + "&after="
                        + URLEncoder.encode(page.next(), StandardCharsets.UTF_8) + ">; rel=\"next\"";
        return new Listing(graph(page.items().stream().map(mapping::service).toList()), next);
    }

    @GET
    @Path("services/{code}")
    @Operation(summary = "一项现行事项 One matter in force")
    @ApiResponse(
            responseCode = "200",
            description = "JSON-LD",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = "object")))
    public Map<String, Object> service(@PathParam("code") String code, @Context UriInfo uri) {
        Matter matter = matters.matter(code);
        if (matter.guide().withdrawn() != null) {
            throw Problem.notFound("matter", matter.code());
        }
        return described(mapping(uri).service(matter));
    }

    @GET
    @Path("types")
    @Operation(summary = "事项类型 Types of matters, GB/T 39046-2020 A.1")
    @ApiResponse(
            responseCode = "200",
            description = "JSON-LD",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = "object")))
    public Map<String, Object> types(@Context UriInfo uri) {
        CpsvMapping mapping = mapping(uri);
        return graph(Arrays.stream(MatterType.values()).map(mapping::named).toList());
    }

    private CpsvMapping mapping(UriInfo uri) {
        return new CpsvMapping(settings.base(uri), directory.tops());
    }

    private Map<String, Object> graph(List<Map<String, Object>> nodes) {
        return described(Map.of("@graph", nodes));
    }

    private Map<String, Object> described(Map<String, Object> content) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", context);
        document.putAll(content);
        return document;
    }
}
