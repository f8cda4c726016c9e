// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.sanban.api.cases.ReservedNumber;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;

/** The stop that a case names: of the same point, told to the public, not called off, and open when it matters. */
record Visit(RegistryService registry, Duration grace, InstantSource clock) {
    /** How far the clock of a device may be wrong. */
    private static final Duration DRIFT = Duration.ofMinutes(5);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /**
     * A case is taken while the stop is open.
     *
     * @param reserved the number it is taken under, {@code null} for one that the platform gives now
     */
    void open(Site point, Map<String, Object> answers, ReservedNumber reserved) {
        Stop stop = stop("stop", point, answers);
        Instant taken = taken(answers, reserved);
        if (taken.isBefore(stop.from().minus(grace)) || taken.isAfter(stop.to().plus(grace))) {
            throw refused("stop", text("closed", stop.place(), time(stop.from()), time(stop.to()), time(taken)));
        }
    }

    /** A result is carried to a stop that is not over. */
    void coming(Site point, Map<String, Object> answers) {
        Stop stop = stop("deliveryStop", point, answers);
        if (!stop.to().isAfter(clock.instant())) {
            throw refused("deliveryStop", text("over", stop.place(), time(stop.to())));
        }
    }

    /**
     * When the case was taken: now, or earlier, without a network. Only a number that was set apart before proves that;
     * the time cannot lie before it.
     */
    private Instant taken(Map<String, Object> answers, ReservedNumber reserved) {
        Instant now = clock.instant();
        if (!(answers.get("takenAt") instanceof String text) || text.isBlank()) {
            return now;
        }
        Instant taken = OffsetDateTime.parse(text).toInstant();
        if (reserved == null) {
            throw refused("takenAt", text("unnumbered"));
        }
        if (taken.isAfter(now.plus(DRIFT))) {
            throw refused("takenAt", text("future", time(taken)));
        }
        if (taken.isBefore(reserved.reservedAt().minus(DRIFT))) {
            throw refused(
                    "takenAt", text("before-number", time(taken), reserved.number(), time(reserved.reservedAt())));
        }
        return taken;
    }

    private Stop stop(String field, Site point, Map<String, Object> answers) {
        Stop stop = found(field, answers.get(field));
        if (!stop.site().equals(point.code()) || !stop.published()) {
            throw refused(field, text("stop", stop.id(), point.name()));
        }
        if (stop.cancelled()) {
            throw refused(field, text("cancelled", stop.place(), time(stop.from())));
        }
        return stop;
    }

    private Stop found(String field, Object id) {
        try {
            return registry.stop(((Number) id).longValue());
        } catch (Problem unknown) {
            throw refused(field, text("stop", id, ""));
        }
    }

    private static Problem refused(String field, Text why) {
        return Problem.invalid("answers." + field, why);
    }

    private static Text text(String key, Object... arguments) {
        return MobileWorkflow.WORDING.get("check." + key, arguments);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
