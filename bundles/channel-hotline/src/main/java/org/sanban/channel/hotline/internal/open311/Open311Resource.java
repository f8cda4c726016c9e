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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;
import org.sanban.channel.hotline.internal.ApiKey;
import org.sanban.channel.hotline.internal.HotlineSettings;
import org.sanban.channel.hotline.internal.Intake;
import org.sanban.channel.hotline.internal.Requests;

/** Open311 GeoReport v2, exactly as it was published: {@code /api/open311/v2}, and its discovery beside it. */
@Component(service = RestResource.class)
@Path("/")
@Public
@Produces({Open311Resource.XML, Open311Resource.JSON})
@Tag(name = "open311", description = "12345 诉求开放接口（Open311 GeoReport v2） Requests to 12345 as Open311 GeoReport v2")
public final class Open311Resource implements RestResource {
    static final String XML = "text/xml; charset=utf-8";
    static final String JSON = "application/json; charset=utf-8";

    private static final Texts TEXTS = Texts.of(Open311Resource.class);
    private static final String FORMAT = "{format: xml|json}";
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String REQUESTS = "service_requests";

    private final HotlineSettings settings;
    private final Requests requests;
    private final RegistryService registry;
    private final Services services;
    private final InstantSource clock;
    private final Quota quota;
    private final String started;

    @Activate
    public Open311Resource(
            @Reference HotlineSettings settings,
            @Reference Requests requests,
            @Reference CaseService cases,
            @Reference RegistryService registry) {
        this(settings, requests, cases, registry, InstantSource.system());
    }

    Open311Resource(
            HotlineSettings settings,
            Requests requests,
            CaseService cases,
            RegistryService registry,
            InstantSource clock) {
        this.settings = settings;
        this.requests = requests;
        this.registry = registry;
        this.services = new Services(cases);
        this.clock = clock;
        this.quota = new Quota(clock);
        this.started = W3c.text(clock.instant());
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
    @Operation(summary = "服务发现 Service discovery")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response discovery(@PathParam("format") String format, @Context HttpHeaders headers, @Context UriInfo uri) {
        return new Answer(format, headers).give("discovery", language -> {
            Map<String, Object> endpoint = new LinkedHashMap<>();
            endpoint.put("specification", SPECIFICATION);
            endpoint.put("url", base(uri, headers) + "/api/open311/v2");
            // What is offered follows the installed plugins and the settings, and these when this began.
            endpoint.put("changeset", started);
            endpoint.put("type", settings.type());
            endpoint.put("formats", List.of("text/xml", "application/json"));
            Map<String, Object> discovery = new LinkedHashMap<>();
            discovery.put("changeset", started);
            discovery.put("contact", contact(language));
            discovery.put("key_service", contact(language));
            discovery.put("endpoints", List.of(endpoint));
            return discovery;
        });
    }

    @GET
    @Path("v2/services." + FORMAT)
    @Operation(summary = "服务清单 GET Service List")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response services(
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @Context HttpHeaders headers) {
        return new Answer(format, headers).give("services", language -> {
            in(jurisdiction);
            return services.list(language);
        });
    }

    @GET
    @Path("v2/services/{code}." + FORMAT)
    @Operation(summary = "服务定义 GET Service Definition")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response service(
            @PathParam("code") String code,
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @Context HttpHeaders headers) {
        return new Answer(format, headers).give("service_definition", language -> {
            in(jurisdiction);
            return services.definition(Services.kind(code), language);
        });
    }

    @POST
    @Path("v2/requests." + FORMAT)
    @Consumes("*/*")
    @Operation(summary = "提交诉求 POST Service Request")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response file(
            @PathParam("format") String format,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/x-www-form-urlencoded",
                                            schema = @Schema(type = "object")))
                    InputStream body,
            @Context HttpHeaders headers) {
        return new Answer(format, headers).give(REQUESTS, language -> {
            Form form = Form.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
            ApiKey key = Optional.ofNullable(key(form.get("api_key")))
                    .orElseThrow(() -> Problem.forbidden(TEXTS.get("key.missing")));
            in(form.get("jurisdiction_id"));
            if (!quota.take(key)) {
                throw new Answer.TooMany(TEXTS.get("quota", key.quota()), quota.left());
            }
            Intake intake = new Filing(form, services).intake();
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("service_request_id", requests.file(intake, key));
            request.put("service_notice", TEXTS.get("notice").in(language));
            request.put("account_id", null);
            return List.of(request);
        });
    }

    @GET
    @Path("v2/requests." + FORMAT)
    @Operation(summary = "查询诉求 GET Service Requests")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response requests(
            @PathParam("format") String format,
            @QueryParam("service_request_id") @Parameter(description = "多个以逗号分隔 several, parted by commas") String ids,
            @QueryParam("service_code") @Parameter(description = "多个以逗号分隔 several, parted by commas") String codes,
            @QueryParam("start_date") @Parameter(example = "2026-01-01T00:00:00Z") String from,
            @QueryParam("end_date") @Parameter(example = "2026-03-01T00:00:00Z") String to,
            @QueryParam("status") @Parameter(description = "open, closed") String status,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @QueryParam("api_key") @Parameter(description = "本系统提交的诉求给出全文 own requests are told whole") String key,
            @Context HttpHeaders headers) {
        return new Answer(format, headers).give(REQUESTS, language -> {
            in(jurisdiction);
            Search search = new Search(ids, codes, from, to, status);
            return search.in(requests, key(key), clock.instant()).stream()
                    .map(filed -> shown(filed, language))
                    .toList();
        });
    }

    @GET
    @Path("v2/requests/{id}." + FORMAT)
    @Operation(summary = "一条诉求的进展 GET Service Request")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response request(
            @PathParam("id") String id,
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @QueryParam("api_key") @Parameter(description = "本系统提交的诉求给出全文 own requests are told whole") String key,
            @Context HttpHeaders headers) {
        return new Answer(format, headers).give(REQUESTS, language -> {
            in(jurisdiction);
            return List.of(shown(found(id, key(key)), language));
        });
    }

    /** Requests have their numbers at once, so a token is a request's own number. */
    @GET
    @Path("v2/tokens/{token}." + FORMAT)
    @Operation(summary = "由令牌查诉求编号 GET service_request_id from a token")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    public Response token(
            @PathParam("token") String token,
            @PathParam("format") String format,
            @QueryParam("jurisdiction_id") String jurisdiction,
            @Context HttpHeaders headers) {
        return new Answer(format, headers).give(REQUESTS, language -> {
            in(jurisdiction);
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("service_request_id", found(token, null).number());
            request.put("token", token);
            return List.of(request);
        });
    }

    private Requests.Filed found(String number, ApiKey reader) {
        return requests.find(number, reader).orElseThrow(() -> Problem.notFound(TEXTS.get("request.none", number)));
    }

    /** Whoever does not own it reads nothing that somebody wrote, nor where it is. */
    private Map<String, Object> shown(Requests.Filed filed, Locale language) {
        Requests.Own own = filed.own();
        Intake.Place place = own == null ? new Intake.Place(null, null, null, null) : own.place();
        boolean answered = own != null && own.answer() != null;
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("service_request_id", filed.number());
        request.put("status", Search.open(filed.state()) ? "open" : "closed");
        request.put("status_notes", answered ? own.answer() : filed.stateName().in(language));
        request.put("service_name", Services.name(filed.kind(), language));
        request.put("service_code", Services.code(filed.kind()));
        request.put("description", own == null ? null : own.text());
        request.put("agency_responsible", registry.division(filed.division()).name());
        request.put("service_notice", null);
        request.put("requested_datetime", W3c.text(filed.receivedAt()));
        request.put("updated_datetime", W3c.text(filed.changedAt()));
        request.put("expected_datetime", W3c.end(filed.dueOn()));
        request.put("address", place.address());
        request.put("address_id", null);
        request.put("zipcode", null);
        request.put("lat", place.lat());
        request.put("long", place.lng());
        request.put("media_url", place.media());
        return request;
    }

    /** One jurisdiction is served: it need not be named, but not another either. */
    private void in(String jurisdiction) {
        boolean named = jurisdiction != null && !jurisdiction.isBlank() && settings.jurisdiction() != null;
        if (named && !settings.jurisdiction().equals(jurisdiction.strip())) {
            throw Problem.notFound(TEXTS.get("jurisdiction.none", jurisdiction));
        }
    }

    /** The system that has a key, {@code null} where none is given. */
    private ApiKey key(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        ApiKey found = settings.keys().get(given.strip());
        if (found == null) {
            throw Problem.forbidden(TEXTS.get("key.wrong"));
        }
        return found;
    }

    private String contact(Locale language) {
        return settings.contact().isBlank() ? TEXTS.get("contact").in(language) : settings.contact();
    }

    private String base(UriInfo uri, HttpHeaders headers) {
        if (settings.address() != null) {
            return settings.address();
        }
        String host = headers.getHeaderString(HttpHeaders.HOST);
        String reached = uri.getBaseUri().getScheme() + "://";
        return reached + (host == null ? uri.getBaseUri().getAuthority() : host);
    }
}
