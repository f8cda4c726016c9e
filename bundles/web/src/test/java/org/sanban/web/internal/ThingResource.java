// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import javax.ws.rs.core.Response;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** A resource as a plugin would write it. */
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public final class ThingResource implements RestResource {
    /** Something with a name in two languages. */
    public record Thing(String name, Text label, Instant at, Map<String, Object> answers) {}

    private final String path;
    private final String answer;

    ThingResource(String path, String answer) {
        this.path = path;
        this.answer = answer;
    }

    @Override
    public String path() {
        return path;
    }

    @GET
    public Page<String> list(@QueryParam("after") String after, @QueryParam("town") String town) {
        return new Page<>(List.of("甲", "𠮷"), after == null ? "7 &" : null);
    }

    @GET
    @Path("open")
    @Public
    public Map<String, String> open() {
        return Map.of("answer", answer);
    }

    @GET
    @Path("me")
    public Map<String, String> me(@Context Actor actor) {
        return Map.of("account", actor.account(), "channel", actor.channel());
    }

    @GET
    @Path("{name}")
    public Response thing(@PathParam("name") String name) {
        Thing thing = new Thing(name, new Text("标签", "label"), Instant.EPOCH, null);
        return Response.ok(thing).tag("3").build();
    }

    @POST
    public Response add(Thing thing) {
        if ("defect".equals(thing.name())) {
            throw new IllegalStateException("secret of " + getClass());
        }
        if ("taken".equals(thing.name())) {
            throw Problem.invalid("name", new Text("名称已被使用。", "The name is taken."));
        }
        if ("often".equals(thing.name())) {
            throw Problem.tooMany(new Text("请 15 分钟后再试。", "Try again in 15 min."), Duration.ofMinutes(15));
        }
        return Response.created(URI.create("a")).entity(thing).build();
    }

    /** What a thing is counted by. */
    public enum Unit {
        PIECE,
        BOX
    }

    @GET
    @Path("counts/{number}")
    @Public
    public Map<String, Object> count(
            @PathParam("number") int number,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("level") Integer level,
            @QueryParam("sample") boolean sample,
            @QueryParam("unit") Unit unit,
            @QueryParam("day") LocalDate day,
            @QueryParam("since") Instant since) {
        return Map.of("sum", number + limit + (level == null ? 0 : level), "sample", sample, "unit", "" + unit);
    }

    @PUT
    @Path("file")
    @Consumes("application/octet-stream")
    public Map<String, Long> file(InputStream content) throws IOException {
        return Map.of("bytes", content.transferTo(java.io.OutputStream.nullOutputStream()));
    }
}
