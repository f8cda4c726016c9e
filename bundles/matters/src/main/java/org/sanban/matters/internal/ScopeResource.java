// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.web.Given;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;
import org.sanban.matters.internal.file.TableFile;

/** What divisions serve in a mode, over REST: {@code /api/v1/scopes}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "scopes", description = "服务范围清单 What a division serves in a mode")
public final class ScopeResource implements RestResource {
    private static final Texts TEXTS = Texts.of(ScopeResource.class);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String TIER =
            "适用层级，不填为各级通用 for which level of divisions it counts, COUNTY, TOWN or VILLAGE; all by default";

    private final MatterService matters;
    private final RegistryService registry;

    @Activate
    public ScopeResource(@Reference MatterService matters, @Reference RegistryService registry) {
        this.matters = matters;
        this.registry = registry;
    }

    @Override
    public String path() {
        return "scopes";
    }

    /** A list, as JSON; mode and division stand in the path. */
    @Schema(name = "ScopeInput", description = "要发布的清单 A list to be published; mode and division stand in the path")
    public record ScopeInput(
            @Schema(description = TIER) Division.Level tier,
            @Schema(description = "来源文件 the document it comes from") String source,
            @Schema(description = "事项编码 codes of the matters") Set<String> matters,
            @Schema(description = "服务规则，向公众说明 who is served, and how, for the public") String rules,
            @Schema(description = "预约电话 telephone to ask for it") String hotline,
            @Schema(description = "是否示例 whether it is a sample") boolean sample) {}

    /** A list without its matters. */
    @Schema(name = "ScopeSummary", description = "清单概要 A list without its matters")
    public record ScopeSummary(
            String mode,
            String division,
            @Schema(description = TIER) Division.Level tier,
            int version,
            Instant published,
            String source,
            @Schema(description = "事项数 how many matters") int matters,
            String hotline,
            boolean sample) {
        static ScopeSummary of(Scope s) {
            return new ScopeSummary(
                    s.mode(),
                    s.division(),
                    s.tier(),
                    s.version(),
                    s.published(),
                    s.source(),
                    s.matters().size(),
                    s.hotline(),
                    s.sample());
        }
    }

    @GET
    @Public
    @Operation(summary = "已发布的清单 Lists in force of a mode, of a division and below, by division")
    public Page<ScopeSummary> find(
            @QueryParam("mode") @Parameter(description = "服务方式 mode", example = "onsite", required = true) String mode,
            @QueryParam("division")
                    @Parameter(description = "行政区划，含下级 with its subtree", example = "610926000000", required = true)
                    String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        if (mode == null || mode.isBlank()) {
            throw Problem.invalid("mode", TEXTS.get("scope.mode"));
        }
        return matters.scopes(mode, registry.division(division).code(), new PageRequest(after, limit))
                .map(ScopeSummary::of);
    }

    @GET
    @Path("{mode}/{division}")
    @Public
    @Operation(
            summary = "某地执行的清单 The list that a division follows: its own, or that of the nearest division above",
            description = "404 表示未发布清单：凡指南允许的事项均可。404 when none is published: then every matter whose guide"
                    + " allows the mode.")
    public Scope get(
            @PathParam("mode") @Parameter(example = "onsite") String mode,
            @PathParam("division") @Parameter(example = "610926100000") String division,
            @QueryParam("tier")
                    @Parameter(description = "对哪一级适用，默认为该地本级 for which level, by default the division's own")
                    String tier) {
        Scope scope = matters.scope(mode, registry.division(division).code(), level(tier, division));
        if (scope == null) {
            throw Problem.notFound("scope", mode + " " + division);
        }
        return scope;
    }

    @GET
    @Path("{mode}/{division}/matters")
    @Public
    @Operation(summary = "清单中的事项 The matters of the list that a division follows, by code")
    public Page<Matter> matters(
            @PathParam("mode") @Parameter(example = "onsite") String mode,
            @PathParam("division") @Parameter(example = "610926100000") String division,
            @QueryParam("tier") String tier,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        PageRequest page = new PageRequest(after, limit);
        List<String> codes = get(mode, division, tier).matters().stream()
                .filter(code -> page.after() == null || code.compareTo(page.after()) > 0)
                .sorted()
                .limit(page.fetch())
                .toList();
        return Page.of(codes, page, code -> code).map(matters::matter);
    }

    @GET
    @Path("{mode}/{division}/comparison")
    @Public
    @Operation(
            summary = "两份清单的异同 In what the list that a division follows differs from another",
            description = "默认与上级行政区划执行的清单比较；otherMode 可与另一服务方式的清单比较，如窗口进驻清单与帮代办清单；tier、otherTier"
                    + " 可比较对镇和对村的清单。By default with the list of the division above for the same level; otherMode compares"
                    + " with that of another mode, otherTier with that for another level.")
    public ScopeComparison compare(
            @PathParam("mode") @Parameter(example = "proxy") String mode,
            @PathParam("division") @Parameter(example = "610926100000") String division,
            @QueryParam("other") @Parameter(description = "另一行政区划 the other division") String other,
            @QueryParam("otherMode") @Parameter(description = "另一服务方式 the other mode") String otherMode,
            @QueryParam("tier") String tier,
            @QueryParam("otherTier") @Parameter(description = "另一适用层级 the other level") String otherTier) {
        String level = level(tier, division).name();
        String thatMode = Objects.requireNonNullElse(Given.word(otherMode), mode);
        String thatLevel = Objects.requireNonNullElse(Given.word(otherTier), level);
        boolean above = thatMode.equals(mode) && thatLevel.equalsIgnoreCase(level);
        return ScopeComparison.of(
                get(mode, division, level), get(thatMode, other(division, other, above), thatLevel), matters::matter);
    }

    private static Division.Level level(String tier, String division) {
        Division.Level level = Given.choice(Division.Level.class, "tier", tier);
        return level == null ? Division.level(division) : level;
    }

    /** With whom a division is compared where the caller does not say. */
    private String other(String division, String given, boolean above) {
        if (Given.word(given) != null) {
            return given;
        }
        String parent = registry.division(division).parent();
        if (parent == null && above) {
            throw Problem.invalid("other", TEXTS.get("scope.other"));
        }
        return above ? parent : division;
    }

    @PUT
    @Path("{mode}/{division}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "发布清单 Publish a list as the next version")
    public Scope publish(
            @PathParam("mode") String mode,
            @PathParam("division") String division,
            ScopeInput input,
            @Context Actor actor) {
        if (input == null) {
            throw Problem.invalid("", TEXTS.get("body"));
        }
        if (input.matters() == null) {
            throw Problem.invalid("matters", TEXTS.get("scope.matters"));
        }
        Set<String> codes = input.matters().stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return matters.publish(
                new Scope(
                        mode,
                        registry.division(division).code(),
                        input.tier(),
                        0,
                        null,
                        input.source(),
                        codes,
                        input.rules(),
                        input.hotline(),
                        input.sample()),
                actor);
    }

    @POST
    @Path("{mode}/{division}/imports")
    @Consumes({"text/csv", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "从表格发布清单 Publish the codes of a table (xlsx or csv, column 编码) as the next version")
    public Scope load(
            InputStream content,
            @PathParam("mode") String mode,
            @PathParam("division") String division,
            @QueryParam("tier") @Parameter(description = TIER, example = "TOWN") String tier,
            @QueryParam("source") @Parameter(description = "来源文件 the document it comes from") String source,
            @QueryParam("rules") @Parameter(description = "服务规则 who is served, and how") String rules,
            @QueryParam("hotline") @Parameter(description = "预约电话 telephone to ask for it") String hotline,
            @QueryParam("sample") boolean sample,
            @Context Actor actor) {
        Set<String> codes = codes(content);
        Division.Level level = Given.choice(Division.Level.class, "tier", tier);
        String known = registry.division(division).code();
        return matters.publish(new Scope(mode, known, level, 0, null, source, codes, rules, hotline, sample), actor);
    }

    private static Set<String> codes(InputStream content) {
        try {
            return ScopeFile.codes(TableFile.read(content));
        } catch (IOException e) {
            throw Problem.invalid("content", TEXTS.get("content.broken"));
        }
    }
}
