// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.sanban.api.registry.Stop;

/** Row of a stop of a mobile point. */
@Entity
@Table(name = "registry_stop")
class StopEntity {
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registry_stop")
    @SequenceGenerator(name = "registry_stop", sequenceName = "registry_stop_seq", allocationSize = 50)
    long id;

    String site;
    String place;

    @Column(name = "from_at")
    long fromAt;

    @Column(name = "to_at")
    long toAt;

    String note;
    boolean published;
    boolean cancelled;

    void set(Stop stop) {
        site = stop.site();
        place = stop.place();
        fromAt = micros(stop.from());
        toAt = micros(stop.to());
        note = stop.note();
        published = stop.published();
    }

    Stop value() {
        return new Stop(id, site, place, instant(fromAt), instant(toAt), note, published, cancelled);
    }

    /** Microseconds since 1970; a moment that nobody here will see stands for the first or last that counts. */
    static long micros(Instant instant) {
        Instant seen = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant.isAfter(LAST) ? LAST : instant;
        return ChronoUnit.MICROS.between(Instant.EPOCH, seen);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
