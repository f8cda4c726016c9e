// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as rows keep them: microseconds since 1970 UTC. */
final class Micros {
    private Micros() {}

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
