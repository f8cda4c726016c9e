// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.matters.MatterService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;
import org.sanban.opendata.internal.Snapshot.Listed;
import org.sanban.opendata.internal.Snapshot.Offer;
import org.sanban.opendata.internal.Snapshot.Pair;

/** The directory of sites and services as HSDS 3.0: {@code /api/hsds}. Public, as what it tells is. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "hsds", description = "服务目录（HSDS 3.0） Directory of sites and services as HSDS 3.0")
public final class HsdsResource implements RestResource {
    private static final Texts TEXTS = Texts.of(HsdsResource.class);
    private static final String VERSION = "3.0";
    private static final String PROFILE = "https://docs.openreferral.org/en/3.0/hsds/";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Directory directory;
    private final MatterService matters;
    private final OpenDataSettings settings;

    @Activate
    public HsdsResource(
            @Reference Directory directory, @Reference MatterService matters, @Reference OpenDataSettings settings) {
        this.directory = directory;
        this.matters = matters;
        this.settings = settings;
    }

    @Override
    public String path() {
        return "hsds";
    }

    @Override
    public String address() {
        return path();
    }

    @GET
    @Operation(summary = "接口说明 What this API is")
    public Hsds.About about(@Context UriInfo uri) {
        return new Hsds.About(VERSION, PROFILE, settings.base(uri) + "/api/v1/openapi.json");
    }

    @GET
    @Path("services")
    @Operation(summary = "服务列表 Services, paged by number")
    public Hsds.Page<Hsds.Service> services(
            @QueryParam("search") @Parameter(description = "名称中的文字 a part of the name") String search,
            @QueryParam("organization_id") @Parameter(description = "部门或场所 a department, or a site")
                    String organization,
            @QueryParam("modified_after") @Parameter(description = "此后发布的 published then or later") String after,
            @QueryParam("full") @Parameter(description = "完整内容 with all related data") boolean full,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("per_page") @DefaultValue("20") int size,
            @Context UriInfo uri) {
        Slice.Wish wish = new Slice.Wish(page, size);
        Snapshot now = directory.snapshot();
        Predicate<Listed> wanted = wanted(search, after);
        UUID id = blank(organization) ? null : HsdsMapping.id("organization_id", organization);
        List<Listed> fitting = offered(now, id).filter(wanted).toList();
        return Slice.of(fitting, wish).page(listed -> service(now, listed, full, uri));
    }

    @GET
    @Path("services/{id}")
    @Operation(summary = "一项服务的完整内容 One service with all related data")
    public Hsds.Service service(@PathParam("id") String id, @Context UriInfo uri) {
        Snapshot now = directory.snapshot();
        Listed listed = now.service(HsdsMapping.id("id", id)).orElseThrow(() -> Problem.notFound("service", id));
        return service(now, listed, true, uri);
    }

    @GET
    @Path("organizations")
    @Operation(summary = "机构列表 Organisations: sites, then departments, paged by number")
    public Hsds.Page<Hsds.Organization> organizations(
            @QueryParam("search") @Parameter(description = "名称中的文字 a part of the name") String search,
            @QueryParam("full") @Parameter(description = "完整内容 with all related data") boolean full,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("per_page") @DefaultValue("20") int size,
            @Context UriInfo uri) {
        HsdsMapping mapping = mapping(uri);
        Snapshot now = directory.snapshot();
        List<Hsds.Organization> all = new ArrayList<>();
        now.offers().forEach(offer -> all.add(mapping.organization(offer)));
        now.departments().forEach(department -> all.add(mapping.organization(department)));
        List<Hsds.Organization> fitting =
                all.stream().filter(o -> contains(o.name(), search)).toList();
        return Slice.of(fitting, new Slice.Wish(page, size)).page(o -> full ? organization(now, o.id(), mapping) : o);
    }

    @GET
    @Path("organizations/{id}")
    @Operation(summary = "一个机构的完整内容 One organisation with all related data")
    public Hsds.Organization organization(@PathParam("id") String id, @Context UriInfo uri) {
        return organization(directory.snapshot(), HsdsMapping.id("id", id), mapping(uri));
    }

    @GET
    @Path("service_at_locations")
    @Operation(summary = "各场所提供的服务 Services at places, paged by number")
    public Hsds.Page<Hsds.ServiceAtLocation> places(
            @QueryParam("search") @Parameter(description = "服务名称中的文字 a part of the service's name") String search,
            @QueryParam("organization_id") @Parameter(description = "部门或场所 a department, or a site")
                    String organization,
            @QueryParam("modified_after") @Parameter(description = "此后发布的 published then or later") String after,
            @QueryParam("full") @Parameter(description = "完整内容 with all related data") boolean full,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("per_page") @DefaultValue("20") int size,
            @Context UriInfo uri) {
        Snapshot now = directory.snapshot();
        UUID id = blank(organization) ? null : HsdsMapping.id("organization_id", organization);
        boolean site = id != null && now.offer(id).isPresent();
        Predicate<Offer> sites = offer -> !site || offer.id().equals(id);
        Predicate<Listed> wanted = wanted(search, after)
                .and(listed -> id == null || site || listed.department().equals(id));
        return now.pairs(sites, wanted, new Slice.Wish(page, size)).page(pair -> place(now, pair, full, uri));
    }

    @GET
    @Path("service_at_locations/{id}")
    @Operation(summary = "某场所提供的一项服务 One service at a place, with all related data")
    public Hsds.ServiceAtLocation place(@PathParam("id") String id, @Context UriInfo uri) {
        Snapshot now = directory.snapshot();
        Pair pair = now.pair(HsdsMapping.id("id", id)).orElseThrow(() -> Problem.notFound("service_at_location", id));
        return place(now, pair, true, uri);
    }

    private Hsds.Service service(Snapshot now, Listed listed, boolean full, UriInfo uri) {
        HsdsMapping mapping = mapping(uri);
        var matter = matters.matter(listed.code());
        return full
                ? mapping.whole(
                        listed, matter, now.department(listed.department()).orElseThrow(), now.offering(listed))
                : mapping.line(listed, matter);
    }

    private Hsds.Organization organization(Snapshot now, UUID id, HsdsMapping mapping) {
        List<Hsds.Service> services = offered(now, id).map(HsdsMapping::brief).toList();
        return now.offer(id)
                .map(offer -> mapping.whole(offer, services))
                .or(() -> now.department(id).map(department -> mapping.whole(department, services)))
                .orElseThrow(() -> Problem.notFound("organization", id.toString()));
    }

    private Hsds.ServiceAtLocation place(Snapshot now, Pair pair, boolean full, UriInfo uri) {
        return mapping(uri).pair(pair, service(now, pair.service(), false, uri), full);
    }

    /** What a department answers for, or a site offers; everything where neither is asked for. */
    private static Stream<Listed> offered(Snapshot now, UUID organization) {
        if (organization == null) {
            return now.services().stream();
        }
        return now.offer(organization).map(offer -> offer.services().stream()).orElseGet(() -> now.services().stream()
                .filter(listed -> listed.department().equals(organization)));
    }

    private static Predicate<Listed> wanted(String search, String after) {
        Instant from = blank(after) ? Instant.MIN : instant(after.strip());
        return listed -> contains(listed.name(), search) && !listed.published().isBefore(from);
    }

    private static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZONE).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("modified_after", TEXTS.get("modified-after", text));
        }
    }

    private static boolean contains(String name, String search) {
        return blank(search) || name.contains(search.strip());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private HsdsMapping mapping(UriInfo uri) {
        return new HsdsMapping(directory, settings, settings.base(uri));
    }
}
