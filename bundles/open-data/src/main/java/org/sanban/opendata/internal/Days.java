// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.matters.Guide;
import org.sanban.api.problem.Texts;

/** Limits in words: working days are no duration that either format could carry. */
final class Days {
    private static final Texts TEXTS = Texts.of(Days.class);

    private Days() {}

    /** 承诺 5 个工作日，法定 20 个工作日; {@code null} where neither is known. */
    static String told(Guide guide) {
        String committed =
                guide.immediate() ? TEXTS.get("days.immediate").zh() : days("days.committed", guide.committedDays());
        String told = Stream.of(committed, days("days.statutory", guide.statutoryDays()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
        return told.isEmpty() ? null : told;
    }

    private static String days(String key, Integer days) {
        return days == null ? null : TEXTS.get(key, days).zh();
    }
}
