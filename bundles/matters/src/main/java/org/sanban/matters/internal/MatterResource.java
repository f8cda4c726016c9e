// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.MatterType;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** The catalogue over REST: {@code /api/v1/matters}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "matters", description = "政务服务事项 Government service matters")
public final class MatterResource implements RestResource {
    private static final Texts TEXTS = Texts.of(MatterResource.class);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MatterService matters;

    @Activate
    public MatterResource(@Reference MatterService matters) {
        this.matters = matters;
    }

    @Override
    public String path() {
        return "matters";
    }

    /** A matter to be published, as JSON; its code stands in the path. */
    @Schema(name = "MatterInput", description = "要发布的事项 A matter to be published; its code stands in the path")
    public record MatterInput(
            @Schema(example = "临时救助") String name,
            String department,
            @Schema(description = "部门统一社会信用代码 its unified social credit code") String departmentCode,
            MatterType type,
            @Schema(description = "来源 where the record comes from") String source,
            @Schema(description = "是否示例 whether it is a sample of another county") boolean sample,
            GuideInput guide) {
        Matter matter(String code) {
            GuideInput given = Objects.requireNonNullElse(guide, GuideInput.NOTHING);
            return new Matter(code, name, department, departmentCode, type, source, sample, given.guide());
        }
    }

    /** A guide to be published, as JSON; what is left out is not known. */
    @Schema(name = "GuideInput", description = "要发布的办事指南，未知的要素不填 A guide; what is not known is left out")
    public record GuideInput(
            List<String> conditions,
            List<String> process,
            List<Guide.Material> materials,
            @Schema(description = "法定时限，工作日 working days") Integer statutoryDays,
            @Schema(description = "承诺时限，工作日，0 为即办件 working days, 0 for an immediate matter") Integer committedDays,
            List<String> basis,
            String fee,
            String result,
            String supervisionPhone,
            @Schema(description = "行使层级 GB/T 39046 A.2: 4 县 county, 5 镇 town, 6 村 village") Set<Integer> levels,
            @Schema(description = "服务方式，空为不限 empty for any") Set<String> modes) {
        static final GuideInput NOTHING =
                new GuideInput(null, null, null, null, null, null, null, null, null, null, null);

        Guide guide() {
            return new Guide(
                    0,
                    null,
                    null,
                    given(conditions),
                    given(process),
                    coded(given(materials)),
                    statutoryDays,
                    committedDays,
                    given(basis),
                    fee,
                    result,
                    supervisionPhone,
                    levels == null ? Set.of() : levels,
                    modes == null ? Set.of() : modes);
        }

        private static <T> List<T> given(List<T> list) {
            return list == null
                    ? List.of()
                    : list.stream().filter(Objects::nonNull).toList();
        }

        /** Materials without a code of their own get m1, m2 … by place. */
        private static List<Guide.Material> coded(List<Guide.Material> materials) {
            List<Guide.Material> coded = new ArrayList<>();
            for (Guide.Material m : materials) {
                String code = m.code() == null ? "m" + (coded.size() + 1) : m.code();
                coded.add(new Guide.Material(code, m.name(), m.originals(), m.copies(), m.required(), m.note()));
            }
            return coded;
        }
    }

    @GET
    @Public
    @Operation(summary = "事项列表 List matters by code")
    public Page<Matter> find(
            @QueryParam("text")
                    @Parameter(description = "名称中的字词（空格分开）或完整编码 words that the name holds, or the whole code")
                    String text,
            @QueryParam("department") String department,
            @QueryParam("type") @Parameter(schema = @Schema(implementation = MatterType.class)) String type,
            @QueryParam("level") @Parameter(description = "行使层级 handling level: 4 县, 5 镇, 6 村") Integer level,
            @QueryParam("inForce") @Parameter(description = "仅现行 only those in force") boolean inForce,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return matters.find(
                new MatterQuery(blank(text), blank(department), type(type), level, inForce),
                new PageRequest(after, limit));
    }

    @GET
    @Path("{code}")
    @Public
    @Operation(summary = "查看事项及最新办事指南 Read a matter with its newest guide")
    public Matter get(@PathParam("code") String code) {
        return matters.matter(code);
    }

    @GET
    @Path("{code}/guides/{version: [0-9]{1,9}}")
    @Public
    @Operation(summary = "查看某一版办事指南 Read one version of a guide")
    public Guide guide(@PathParam("code") String code, @PathParam("version") int version) {
        return matters.guide(code, version);
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "发布新版办事指南 Publish a guide as the matter's next version")
    public Matter publish(@PathParam("code") String code, MatterInput input, @Context Actor actor) {
        if (input == null) {
            throw Problem.invalid("", TEXTS.get("body"));
        }
        return matters.publish(input.matter(code), actor);
    }

    @POST
    @Path("{code}/withdrawal")
    @Operation(summary = "撤回现行办事指南 Withdraw the guide in force")
    public Matter withdraw(@PathParam("code") String code, @Context Actor actor) {
        return matters.withdraw(code, actor);
    }

    @POST
    @Path("imports")
    @Consumes({"text/csv", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "检查或导入事项目录 Check or import a catalogue file (xlsx or csv)")
    public ImportReport load(
            InputStream content,
            @QueryParam("file") @Parameter(description = "文件名 name of the file") String file,
            @QueryParam("source") @Parameter(description = "来源 where it comes from") String source,
            @QueryParam("sample") @Parameter(description = "是否示例 whether it holds samples") boolean sample,
            @QueryParam("apply") @Parameter(description = "是否写入，否则只检查 write, or only check") boolean apply,
            @Context Actor actor) {
        return matters.load(content, file, source, sample, apply, actor, line -> {});
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static MatterType type(String word) {
        if (blank(word) == null) {
            return null;
        }
        return MatterType.of(word)
                .or(() -> Arrays.stream(MatterType.values())
                        .filter(type -> type.name().equals(word.toUpperCase(Locale.ROOT)))
                        .findFirst())
                .orElseThrow(() -> Problem.invalid("type", TEXTS.get("type.unknown", word)));
    }
}
