// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.util.List;
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
import org.sanban.cases.internal.BookingStore.Taken;

/** The calendars of people and vehicles. */
@Component(service = BookingService.class)
public final class BookingManager implements BookingService {
    private static final Texts TEXTS = Texts.of(BookingManager.class);

    private final BookingStore store;

    @Activate
    public BookingManager(@Reference BookingStore store) {
        this.store = store;
    }

    @Override
    public Page<BookedTime> booked(
            String resource, String division, Instant from, Instant to, PageRequest page, Actor actor) {
        if (from == null || to == null || !to.isAfter(from)) {
            throw Problem.invalid(from == null ? "from" : "to", TEXTS.get("booking.span"));
        }
        String named = resource == null || resource.isBlank() ? null : resource.strip();
        List<Taken> rows = store.booked(
                named,
                scope(named, division, actor),
                CaseList.micros(from),
                CaseList.micros(to),
                CaseManager.after(page),
                page.fetch());
        return Page.of(rows, page, BookingManager::key).map(taken -> view(taken, actor));
    }

    /** The whole calendar of one resource, of whatever case; all resources only of a division the actor sees. */
    private static String scope(String resource, String division, Actor actor) {
        if (division == null || division.isBlank()) {
            return resource == null ? actor.division() : null;
        }
        if (!actor.sees(division.strip())) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division, actor.division()));
        }
        return division.strip();
    }

    private static String key(Taken taken) {
        return taken.booking().from + "." + taken.booking().id;
    }

    private static BookedTime view(Taken taken, Actor actor) {
        boolean seen = CaseReader.seen(taken.row(), actor);
        return new BookedTime(
                key(taken),
                seen ? taken.row().number : null,
                seen ? taken.row().matterName : null,
                taken.booking().view(seen));
    }
}
