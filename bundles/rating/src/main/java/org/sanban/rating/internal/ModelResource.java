// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
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
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Model sites and demonstration meetings over REST: {@code /api/v1/star-models}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "star-models", description = "样板和现场观摩会 Model sites and demonstration meetings")
public final class ModelResource implements RestResource {
    private static final String NUMBER = "{id: [1-9][0-9]{0,17}}";

    private final Honours honours;

    @Activate
    public ModelResource(@Reference Honours honours) {
        this.honours = honours;
    }

    @Override
    public String path() {
        return "star-models";
    }

    /** A site to be a model. */
    @Schema(name = "StarModelInput", description = "选为样板 A site to be a model")
    public record ModelInput(
            @Schema(example = "610926100000-01") String site,
            @Schema(description = "起始日，默认今天 by default today") LocalDate since,
            @Schema(description = "改造提升内容 what it shows") String reason) {}

    /** When a site is a model no longer. */
    @Schema(name = "StarModelEnd", description = "不再作为样板 When a site is a model no longer")
    public record ModelEnd(@Schema(description = "截止日，默认今天 by default today") LocalDate until) {}

    /** A meeting, as JSON. */
    @Schema(name = "StarMeetingInput", description = "现场观摩会 A demonstration meeting")
    public record MeetingInput(
            @Schema(example = "610926100000-01") String site,
            @Schema(description = "召开日期，可在将来 may lie ahead") LocalDate held,
            String name,
            @Schema(description = "召集单位 who calls it") String host,
            @Schema(description = "参会人数 how many came") Integer people,
            @Schema(description = "推广复制的做法和范围 what is to be copied where") String spread,
            @Schema(description = "附件 attachments") List<String> files) {
        Meeting meeting(long id) {
            return new Meeting(id, site, null, held, name, host, people, Given.word(spread), Given.list(files), null);
        }
    }

    @GET
    @Operation(summary = "样板场所，新的在前 Model sites, newest first")
    public Page<Model> models(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return honours.models(Given.division(division, actor), new PageRequest(after, limit), actor);
    }

    @POST
    @Operation(summary = "选为样板 Choose a site as a model")
    public Model choose(ModelInput input, @Context Actor actor) {
        ModelInput in = Given.body(input);
        return honours.choose(in.site(), in.since(), in.reason(), actor);
    }

    @POST
    @Path(NUMBER + "/end")
    @Operation(summary = "不再作为样板 End a model")
    public Model end(@PathParam("id") long id, ModelEnd input, @Context Actor actor) {
        return honours.end(id, input == null ? null : input.until(), actor);
    }

    @GET
    @Path("meetings")
    @Operation(summary = "现场观摩会，新的在前 Demonstration meetings, newest first")
    public Page<Meeting> meetings(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return honours.meetings(Given.division(division, actor), new PageRequest(after, limit), actor);
    }

    @POST
    @Path("meetings")
    @Operation(summary = "登记观摩会 Enter a meeting")
    public Meeting add(MeetingInput input, @Context Actor actor) {
        return honours.save(Given.body(input).meeting(0), actor);
    }

    @PUT
    @Path("meetings/" + NUMBER)
    @Operation(summary = "修改观摩会 Change a meeting")
    public Meeting put(@PathParam("id") long id, MeetingInput input, @Context Actor actor) {
        return honours.save(Given.body(input).meeting(id), actor);
    }
}
