// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.RestResource;

/** The journal as operators see it: {@code /api/v1/journal}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "journal", description = "日志与投递 The journal and its delivery")
public final class DeliveryResource implements RestResource {
    private static final Texts TEXTS = Texts.of(DeliveryResource.class);

    private final JournalService journal;

    @Activate
    public DeliveryResource(@Reference JournalService journal) {
        this.journal = journal;
    }

    @Override
    public String path() {
        return "journal";
    }

    @GET
    @Path("deliveries")
    @Operation(summary = "投递状态 How delivery to each listener stands")
    public List<JournalService.Delivery> deliveries(@Context Actor actor) {
        return journal.deliveries(actor);
    }

    @POST
    @Path("deliveries/{listener}/resend")
    @Operation(summary = "重投搁置的条目 Hand parked entries over again")
    public Map<String, Integer> resend(@PathParam("listener") String listener, @Context Actor actor) {
        return Map.of("resent", journal.resend(listener, actor));
    }

    @POST
    @Path("deliveries/{listener}/rewind")
    @Operation(summary = "从某一时刻重新投递 Deliver everything again from a moment on")
    public void rewind(@PathParam("listener") String listener, @QueryParam("from") String from, @Context Actor actor) {
        journal.rewind(listener, moment(from), actor);
    }

    private static Instant moment(String from) {
        try {
            return OffsetDateTime.parse(String.valueOf(from)).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("from", TEXTS.get("answer.time"));
        }
    }

    @GET
    @Path("verdicts")
    @Operation(summary = "校验哈希链 Verify the hash chains, case by case")
    public Page<JournalService.Verdict> verify(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return journal.verify(new PageRequest(after, limit), actor);
    }
}
