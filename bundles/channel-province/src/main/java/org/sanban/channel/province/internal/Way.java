// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A way out to the other side. */
interface Way {
    /**
     * Sends records, in order. What was sent before may be sent again: it changes nothing there.
     *
     * @return what came of each, by guid; what is not in it is to be tried again
     */
    Map<String, Verdict> send(List<Row> rows) throws NotSent;

    /**
     * What the other side has of a day.
     *
     * @param digest as {@link Row#digest}, {@code null} where it does not tell
     */
    record Held(String guid, String digest) {}

    /** Whether it can be asked what it has. */
    boolean compares();

    /** What the other side has of a day, by guid, after one; empty at the end. */
    List<Held> held(LocalDate day, String after) throws NotSent;

    /** Breaks off what runs now, so that nobody has to wait for it. */
    default void cancel() {}
}
