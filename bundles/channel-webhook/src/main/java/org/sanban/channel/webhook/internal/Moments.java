// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as rows keep them. */
final class Moments {
    private Moments() {}

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant of(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
