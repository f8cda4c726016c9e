// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.BookingService;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.settings.Several;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** The calendars of people and vehicles over REST: {@code /api/v1/bookings}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bookings", description = "预约 Times booked of people and vehicles")
public final class BookingResource implements RestResource {
    private static final Texts TEXTS = Texts.of(BookingResource.class);
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(180);
    private static final int MOST = 5_000;
    private static final int LARGEST = 20;

    private final BookingService bookings;

    @Activate
    public BookingResource(@Reference BookingService bookings) {
        this.bookings = bookings;
    }

    @Override
    public String path() {
        return "bookings";
    }

    @GET
    @Operation(summary = "已预约的时间，最早在前 Booked times, earliest first")
    public Page<BookedTime> booked(
            @QueryParam("resource") @Parameter(description = "person:登录账号 或 vehicle:车辆编码 whose times") String resource,
            @QueryParam("division") @Parameter(description = "行政区划，含下级 of cases in its subtree") String division,
            @QueryParam("from") @Parameter(description = "起，默认现在 ISO 8601, now where not given") String from,
            @QueryParam("to") @Parameter(description = "止，默认起后 7 天 ISO 8601, a week later where not given") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        Instant start = Given.moment("from", from, Instant.now());
        Instant end = Given.moment("to", to, start.plus(Duration.ofDays(7)));
        return bookings.booked(resource, division, start, end, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("calendar.ics")
    @Produces("text/calendar")
    @Operation(summary = "一人、一车、一组或一地的日历文件 The calendar of a person, a vehicle, a team or a division as iCalendar")
    @ApiResponse(
            responseCode = "200",
            description = "日历 RFC 5545",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    public Response calendar(
            @QueryParam("resource")
                    @Parameter(
                            description =
                                    "person:登录账号 或 vehicle:车辆编码，一组的用逗号隔开 whose times; of a team, parted by commas")
                    String resource,
            @QueryParam("division") @Parameter(description = "或行政区划，含下级 or of all cases in its subtree")
                    String division,
            @QueryParam("from") @Parameter(description = "起，默认 30 天前 30 days back where not given") String from,
            @QueryParam("to") @Parameter(description = "止，默认 180 天后 180 days ahead where not given") String to,
            @Context Actor actor) {
        List<String> team =
                Several.of(resource == null ? "" : resource).stream().distinct().toList();
        boolean all = division != null && !division.isBlank();
        if (team.isEmpty() && !all || team.size() > LARGEST) {
            throw Problem.invalid("resource", TEXTS.get("calendar.resource", LARGEST));
        }
        Instant now = Instant.now();
        Instant start = Given.moment("from", from, now.minus(BACK));
        Instant end = Given.moment("to", to, now.plus(AHEAD));
        List<BookedTime> times = new ArrayList<>();
        for (String one : team.isEmpty() ? Collections.<String>singletonList(null) : team) {
            times.addAll(all(one, division, start, end, actor));
        }
        String name = team.isEmpty() ? division.strip() : String.join(" ", team);
        // Bytes, so that no writer of text chooses an encoding of its own.
        return Response.ok(Agenda.write(name, team.size() != 1, times, now).getBytes(StandardCharsets.UTF_8))
                .type("text/calendar;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=calendar.ics")
                .build();
    }

    private List<BookedTime> all(String resource, String division, Instant from, Instant to, Actor actor) {
        List<BookedTime> all = new ArrayList<>();
        String after = null;
        do {
            Page<BookedTime> page =
                    bookings.booked(resource, division, from, to, new PageRequest(after, PageRequest.MAX), actor);
            all.addAll(page.items());
            after = page.next();
        } while (after != null && all.size() < MOST);
        return all;
    }
}
