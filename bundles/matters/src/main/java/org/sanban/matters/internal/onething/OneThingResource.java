// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
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
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.OneThing;
import org.sanban.api.matters.OneThingGuide;
import org.sanban.api.matters.OneThingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** One-thing packages over REST: {@code /api/v1/packages}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "packages", description = "高效办成一件事 Several matters that are one thing to the citizen")
public final class OneThingResource implements RestResource {
    private static final Texts TEXTS = Texts.of(OneThingResource.class);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OneThingService things;

    @Activate
    public OneThingResource(@Reference OneThingService things) {
        this.things = things;
    }

    @Override
    public String path() {
        return "packages";
    }

    /** A package to be published; its code stands in the path. */
    @Schema(name = "OneThingInput", description = "要发布的一件事 A package to be published; its code stands in the path")
    public record OneThingInput(
            @Schema(description = "名称 name", example = "残疾人服务一件事") String name,
            @Schema(description = "来源文件 the document it comes from") String source,
            @Schema(description = "是否示例 whether it is a sample") boolean sample,
            @Schema(description = "事项，按办理顺序 its matters, in the order in which they are handled")
                    List<OneThing.Item> items) {}

    @GET
    @Public
    @Operation(summary = "现行的一件事 Packages in force, by code")
    public Page<OneThing> find(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("20") int limit) {
        return things.things(new PageRequest(after, limit));
    }

    @GET
    @Path("{code}")
    @Public
    @Operation(
            summary = "一件事办事指南 A package with its matters by name, and what to hand in altogether",
            description = "application 即帮代办等方式一次申请多个事项时的 matter 和 matters；按情形增加其余事项。application is what modes"
                    + " with a field for further matters take; matters that depend on a situation are added to it.")
    public OneThingGuide get(@PathParam("code") @Parameter(example = "disability") String code) {
        return things.guide(code);
    }

    @GET
    @Path("{code}/versions/{version: [0-9]{1,9}}")
    @Public
    @Operation(summary = "某一版 One version of a package")
    public OneThing version(@PathParam("code") String code, @PathParam("version") int version) {
        return things.thing(code, version);
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "发布新版 Publish a package as its next version")
    public OneThing publish(@PathParam("code") String code, OneThingInput input, @Context Actor actor) {
        if (input == null || input.items() == null) {
            throw Problem.invalid("items", TEXTS.get("body"));
        }
        List<OneThing.Item> items =
                input.items().stream().filter(Objects::nonNull).toList();
        return things.publish(
                new OneThing(code, input.name(), 0, null, null, input.source(), input.sample(), items), actor);
    }

    @POST
    @Path("{code}/withdrawal")
    @Operation(summary = "撤回 Withdraw the version in force")
    public OneThing withdraw(@PathParam("code") String code, @Context Actor actor) {
        return things.withdraw(code, actor);
    }

    @POST
    @Path("imports")
    @Consumes({"text/csv", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "检查或导入 Check or import a table (xlsx or csv): 一件事编码, 一件事名称, 事项编码, 情形")
    public ImportReport load(
            InputStream content,
            @QueryParam("file") @Parameter(description = "文件名 name of the file") String file,
            @QueryParam("source") @Parameter(description = "来源 where it comes from") String source,
            @QueryParam("sample") @Parameter(description = "是否示例 whether they are samples") boolean sample,
            @QueryParam("apply") @Parameter(description = "是否写入，否则只检查 write, or only check") boolean apply,
            @Context Actor actor) {
        return things.load(content, file, source, sample, apply, actor);
    }
}
