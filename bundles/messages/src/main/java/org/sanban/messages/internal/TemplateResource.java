// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.RestResource;

/** Templates of messages over REST: {@code /api/v1/message-templates}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "message-templates", description = "消息模板 What people are told at which event")
public final class TemplateResource implements RestResource {
    private static final Texts TEXTS = Texts.of(TemplateResource.class);
    private static final String ID = "{id: [0-9]{1,18}}";

    private final Templates templates;

    @Activate
    public TemplateResource(@Reference Templates templates) {
        this.templates = templates;
    }

    @Override
    public String path() {
        return "message-templates";
    }

    @GET
    @Operation(summary = "消息模板列表 All templates, by event")
    public List<Template> list(@Context Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        templates.look();
        return templates.all();
    }

    @POST
    @Operation(summary = "新增模板 Add a template")
    public Template add(Template input, @Context Actor actor) {
        return templates.save(identified(input, null), actor);
    }

    @PUT
    @Path(ID)
    @Operation(summary = "修改模板，须带所见版本 Change a template; version is the one that was seen")
    public Template change(@PathParam("id") long id, Template input, @Context Actor actor) {
        return templates.save(identified(input, id), actor);
    }

    @DELETE
    @Path(ID)
    @Operation(summary = "删除模板 Take a template away")
    public void remove(@PathParam("id") long id, @Context Actor actor) {
        templates.remove(id, actor);
    }

    private static Template identified(Template given, Long id) {
        if (given == null) {
            throw Problem.invalid("", TEXTS.get("body"));
        }
        return new Template(
                id,
                given.version(),
                given.event(),
                given.matter(),
                given.channel(),
                given.language(),
                given.external(),
                given.fields(),
                given.words(),
                given.link(),
                given.important(),
                given.source());
    }
}
