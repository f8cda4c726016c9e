// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;

/** When and where mobile points serve (R103). */
final class Stops {
    /** How long one stop lasts at most. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Texts TEXTS = Texts.of(Stops.class);
    private static final int MOST_DAYS = 400;
    private static final Pattern KEY = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final StopStore store;
    private final RegistryService registry;
    private final Clock clock;

    Stops(StopStore store, RegistryService registry, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.clock = clock;
    }

    Stop get(long id) {
        return store.stop(id).orElseThrow(() -> Problem.notFound("stop", Long.toString(id)));
    }

    Page<Stop> list(StopQuery query, PageRequest page) {
        if (query.division() != null) {
            registry.division(query.division());
        }
        if (query.site() != null) {
            registry.site(query.site());
        }
        return Page.of(
                store.stops(query, key(page.after()), page.fetch()),
                page,
                stop -> StopEntity.micros(stop.from()) + "." + stop.id());
    }

    Stop save(Stop stop, Actor actor) {
        Site point = point(stop.site());
        Faults faults = new Faults()
                .check(point != null, "site", "stop.point.unknown", stop.site())
                .check(point == null || point.kind() == Site.Kind.MOBILE, "site", "stop.point", stop.site())
                .text("place", stop.place(), 200)
                .optional("note", stop.note(), 500)
                .check(stop.from() != null, "from", "stop.from")
                .check(stop.to() != null, "to", "stop.to");
        if (stop.from() != null && stop.to() != null) {
            faults.check(fits(stop.from(), stop.to()), "to", "stop.order", LONGEST.toHours())
                    .check(ahead(stop), "from", "stop.ahead", MOST_DAYS);
        }
        faults.raise();
        RegistryManager.administers(point.division(), actor);
        return store.put(stop, known -> changeable(known, actor), other -> {
            throw Problem.conflict(TEXTS.get(
                    "stop.overlap",
                    point.name(),
                    other.place(),
                    TIME.format(other.from()),
                    TIME.format(other.to()),
                    other.id()));
        });
    }

    Stop cancel(long id, Actor actor) {
        return store.cancel(id, known -> changeable(known, actor));
    }

    private void changeable(Stop known, Actor actor) {
        if (known == null) {
            return;
        }
        RegistryManager.administers(registry.site(known.site()).division(), actor);
        if (known.cancelled()) {
            throw Problem.conflict(TEXTS.get("stop.cancelled"));
        }
        if (!known.to().isAfter(clock.instant())) {
            throw Problem.conflict(TEXTS.get("stop.over"));
        }
    }

    private Site point(String code) {
        try {
            return registry.site(code);
        } catch (Problem unknown) {
            return null;
        }
    }

    private static boolean fits(Instant from, Instant to) {
        return from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST) <= 0;
    }

    private boolean ahead(Stop stop) {
        Instant now = clock.instant();
        return stop.to().isAfter(now) && stop.from().isBefore(now.plus(Duration.ofDays(MOST_DAYS)));
    }

    private static StopStore.Key key(String after) {
        if (after == null) {
            return null;
        }
        Matcher parts = KEY.matcher(after);
        if (!parts.matches()) {
            throw Problem.invalid("after", TEXTS.get("after", after));
        }
        return new StopStore.Key(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }
}
